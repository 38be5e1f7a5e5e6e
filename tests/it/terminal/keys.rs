//! Every key that the help explains, pressed in the real program: what it does is seen on the screen.

use madoguchi::app::Bound;
use madoguchi::app::acts;
use madoguchi::frame::keys::{Deed, Says, Scope};
use madoguchi::text::width::width;
use vt100::MouseProtocolMode;

use super::{LIMIT, Tty};

use Scope::{Choosing, Everywhere, Finding, Reading, Searching, Typing};

/// What is to be seen.
#[derive(Clone, Copy)]
enum Seen {
    /// A text, anywhere.
    Text(&'static str),
    /// None any more.
    NoText(&'static str),
    /// In the row of the titles.
    Title(&'static str),
    /// The screen is another one than before the key.
    Change,
    /// It is what it was before the last change.
    Back,
    /// The cursor, in the field, behind so many columns of the query.
    Cursor(u16),
    /// A link that is chosen.
    Chosen,
    /// Another one is.
    Moved,
    NoMouse,
}

use Seen::{Back, Change, Chosen, Cursor, Moved, NoMouse, NoText, Text, Title};

type Steps = &'static [(&'static str, Seen)];

const DOWN: &str = "\x1b[B";
const UP: &str = "\x1b[A";

const fn does(deed: Deed) -> Says<Deed> {
    Says::Words(deed)
}

/// For each line of the help: how to get to where the keys count, and then each key, and what is seen after it.
#[rustfmt::skip]
const LINES: &[(Scope, Says<Deed>, Steps, Steps)] = &[
    (Searching, does(Deed::Choose), &[], &[(DOWN, Text(" 2/13 ")), (UP, Text(" 1/13 "))]),
    (Searching, does(Deed::ChooseByPages), &[], &[("\x1b[6~", NoText(" 1/13 ")), ("\x1b[5~", Text(" 1/13 "))]),
    (Searching, does(Deed::ScrollArticle), &[("解約", Text("検索結果"))], &[("\x1b[1;2B", Change), ("\x1b[1;2A", Back)]),
    (Searching, does(Deed::Read), &[], &[("\r", NoText("━ トピック"))]),
    // Hits come for the suggestion itself today, so that there is none to take: it does no harm. See `app::keys`.
    (Searching, does(Deed::AcceptSuggestion), &[("kaiykau", Text("「解約」で検索"))], &[("\x1bOR", Text("kaiykau"))]),
    (Typing, does(Deed::DeleteParts), &[("abc def", Text("abc def"))], &[
        ("\x17", NoText("def")), ("\x01\x0b", Text("何にお困りですか")), ("xyz", Text("xyz")), ("\x15", NoText("xyz")),
    ]),
    (Typing, does(Deed::MoveCursor), &[("電話", Cursor(4))], &[
        ("\x1b[D", Cursor(2)), ("\x1b[C", Cursor(4)), ("\x1b[H", Cursor(0)), ("\x1b[F", Cursor(4)),
    ]),
    (Reading, does(Deed::ScrollLines), READING, &[(DOWN, Change), (UP, Back)]),
    (Reading, does(Deed::ScrollScreens), READING, &[("\x1b[6~", Change), ("\x1b[5~", Back)]),
    (Reading, does(Deed::ToEnds), READING, &[("\x1b[F", Change), ("\x1b[H", Back)]),
    (Reading, does(Deed::ToSections), READING, &[("]", Change), ("[", Back)]),
    (Reading, does(Deed::ChooseLink), BOARD, &[("\t", Chosen), ("\x1b[C", Moved), ("\x1b[D", Moved)]),
    (Reading, does(Deed::FollowLink), BOARD, &[("\x1b[C", Chosen), ("\r", NoText("QRコードを表示"))]),
    (Reading, does(Deed::FollowNumber), BOARD, &[("2", Text("読み取れます"))]),
    (Reading, does(Deed::Find), READING, &[("/", Text(FIND))]),
    (Everywhere, does(Deed::FindAnywhere), &[], &[("\x1b[20~", Text(FIND))]),
    (Reading, does(Deed::NextFound), FOUND, &[("n", Change), ("N", Back)]),
    (Reading, does(Deed::BackToSearch), READING, &[("s", Text("━ 検索結果"))]),
    (Finding, does(Deed::ReadFound), FINDING, &[("\r", NoText(FIND))]),
    (Finding, does(Deed::MoveFound), FINDING, &[(DOWN, Change), (UP, Back)]),
    (Everywhere, does(Deed::Contents), READING, &[("\x1b[21~", Title("目次"))]),
    (Reading, does(Deed::BackAndForward), FOLLOWED, &[("\x1b[1;3D", Title("窓口と受付時間")), ("\x1b[1;3C", Title("電話で問い合わせる"))]),
    (Everywhere, Says::SideBySide, &[], &[]),
    (Reading, does(Deed::Copy), READING, &[("c", Text("━ コピー ━"))]),
    (Everywhere, does(Deed::StepBack), READING, &[("\x1b", Text("━ 検索結果"))]),
    (Everywhere, does(Deed::Menu), &[], &[("\x1bOP", Text("━ メニュー ━"))]),
    (Choosing, does(Deed::ChooseAct), MENU, &[(DOWN, Change), (UP, Back)]),
    (Choosing, does(Deed::DoAct), MENU, &[("check a", Text("Check a number")), ("\r", Text("番号を確かめる ❯"))]),
    (Everywhere, does(Deed::Desks), &[], &[("\x1bOS", NoText("━ トピック"))]),
    (Everywhere, does(Deed::Advice), &[], &[("\x1b[15~", NoText("━ トピック"))]),
    (Everywhere, does(Deed::Cards), &[], &[("\x1b[18~", NoText("━ トピック"))]),
    (Everywhere, does(Deed::Mouse), &[], &[("\x1b[24~", NoMouse)]),
    (Everywhere, Says::NextLanguage, &[], &[("\x1bOQ", Text("Topics"))]),
    (Everywhere, does(Deed::Check), &[], &[("\x1b[17~", NoText("━ トピック"))]),
    (Searching, does(Deed::SwitchPane), &[], &[("\t", NoText("━ トピック"))]),
    (Everywhere, does(Deed::Redraw), &[], &[]),
    (Everywhere, does(Deed::Suspend), &[], &[]),
    (Everywhere, does(Deed::Interrupt), &[], &[("\x03", Text("もう一度 Ctrl-C"))]),
    (Reading, does(Deed::Quit), &[], &[]),
];

/// An article that is longer than the screen.
const READING: Steps = &[
    ("解約", Text("検索結果")),
    ("\r", Title("━ パートナー経由の契約 ›")),
    ("\x1b[H", Change),
];

/// What stands before the text to find.
const FIND: &str = "ページ内を探す ❯";

/// In that article, where there are several places with this text.
const FINDING: Steps = &[
    READING[0],
    READING[1],
    READING[2],
    ("/", Text(FIND)),
    ("解約", Text("解約  1/")),
];

const FOUND: Steps = &[
    READING[0],
    READING[1],
    READING[2],
    ("/", Text(FIND)),
    ("解約", Text("解約  1/")),
    ("\r", NoText(FIND)),
];

/// A link of the desks has been followed.
const FOLLOWED: Steps = &[BOARD[0], ("1", Title("電話で問い合わせる"))];

/// The menu.
const MENU: Steps = &[("\x1bOP", Text("━ メニュー ━"))];

/// The desks alone.
const BOARD: Steps = &[("\x1bOS", NoText("━ トピック"))];

/// A screen's text, and the cells that are reversed: the chosen link.
type Look = (String, Vec<(u16, u16)>);

fn look(screen: &vt100::Screen) -> Look {
    let cells = (2..22).flat_map(|row| (0..80).map(move |column| (row, column)));
    let reversed =
        |&(row, column): &(u16, u16)| screen.cell(row, column).is_some_and(vt100::Cell::inverse);
    // Without the bar, which tells the time.
    let rows: Vec<String> = screen.rows(0, 80).take(22).collect();
    (rows.concat(), cells.filter(reversed).collect())
}

/// What ends a frame: the end of a synchronised update.
const FRAME_END: &[u8] = b"\x1b[?2026l";

/// Reads until a frame is there, whole, and as wanted. Every key makes at least one.
fn wait_for_frame(tty: &mut Tty, what: &str, mut wanted: impl FnMut(&vt100::Screen) -> bool) {
    loop {
        let Ok(bytes) = tty.output.recv_timeout(LIMIT) else {
            panic!("waiting for {what}; the screen shows:\n{}", tty.text());
        };
        tty.screen.process(&bytes);
        if bytes.ends_with(FRAME_END) && wanted(tty.screen.screen()) {
            return;
        }
    }
}

/// Presses a key, and waits until what it does is seen.
fn step(tty: &mut Tty, keys: &str, seen: &Seen, past: &mut Vec<Look>) {
    let now = look(tty.screen.screen());
    tty.send(keys);
    let prompt = u16::try_from(width(" 窓口 ❯ ")).unwrap();
    let before = past.last().cloned().unwrap_or_default();
    wait_for_frame(tty, &format!("what {keys:?} does"), |screen| match seen {
        Text(text) => screen.contents().contains(text),
        NoText(text) => !screen.contents().contains(text),
        Title(text) => screen
            .rows(0, 80)
            .nth(1)
            .is_some_and(|row| row.contains(text)),
        Change => look(screen) != now,
        Back => look(screen) == before,
        Cursor(column) => screen.cursor_position() == (0, prompt + column),
        Chosen => !look(screen).1.is_empty(),
        Moved => !look(screen).1.is_empty() && look(screen).1 != now.1,
        NoMouse => screen.mouse_protocol_mode() == MouseProtocolMode::None,
    });
    past.push(now);
}

/// A browser under a shell that continues it when it stops.
fn start() -> Tty {
    let program = env!("CARGO_BIN_EXE_madoguchi");
    let script = format!("set -m; {program}; echo stopped; read go; fg");
    let mut tty = Tty::command("sh", &["-c", &script], 24, 80);
    go_home(&mut tty);
    tty
}

/// Home, wherever it is: Ctrl-G is Escape without the wait for what may follow that.
fn go_home(tty: &mut Tty) {
    tty.send("\x07\x07\x07\x07\x07\x07");
    wait_for_frame(tty, "home", |screen| {
        let text = screen.contents();
        // Pressed once more than needed, it says how to quit.
        let is_told = text.contains("終了するには") || text.contains("F5 相談先を選ぶ");
        is_told && text.contains("何にお困りですか") && text.contains("━ トピック")
    });
}

#[test]
fn every_key_of_the_help_is_seen_to_do_what_it_says() {
    // There are no groups to fold in the built-in guide: see `app::tree`.
    let keys = acts::explained(&Bound::default()).into_iter();
    for key in keys.filter(|key| !key.does(Deed::Fold)) {
        let known = LINES
            .iter()
            .any(|(scope, deed, ..)| (key.scope, key.deed) == (*scope, *deed));
        assert!(known, "{:?} is not pressed", key.keys);
    }
    let mut tty = start();
    for (_, deed, way, keys) in LINES {
        let mut past = Vec::new();
        for (keys, seen) in way.iter().chain(*keys) {
            step(&mut tty, keys, seen, &mut past);
        }
        match *deed {
            Says::NextLanguage => step(&mut tty, "\x1bOQ", &Text("━ トピック"), &mut past),
            Says::SideBySide => {
                tty.resize(24, 120);
                wait_for_frame(&mut tty, "the wide screen", |screen| {
                    screen.contents().contains("F7 チェックリスト")
                });
                step(
                    &mut tty,
                    "\x1b[19~",
                    &Text("Contact support right away"),
                    &mut past,
                );
                tty.resize(24, 80);
            }
            Says::Words(Deed::Redraw) => {
                tty.screen.process(b"\x1b[5;5Hsomebody else's text");
                step(&mut tty, "\x0c", &NoText("somebody else's text"), &mut past);
            }
            Says::Words(Deed::Suspend) => {
                tty.send("\x1a");
                tty.wait_for("stopped");
                tty.assert_restored();
                tty.send("\n");
                tty.wait("it to go on", |screen| {
                    screen.alternate_screen() && screen.contents().contains("F5 相談先を選ぶ")
                });
            }
            Says::Words(_) => {}
        }
        if *deed == does(Deed::Quit) {
            step(&mut tty, "\t", &NoText("━ トピック"), &mut past);
            tty.send("q");
            tty.wait_for("もう一度 q を押すと");
            tty.send("q");
            assert_eq!(tty.end(), 0);
        } else {
            go_home(&mut tty);
        }
    }
    tty.assert_restored();
}
