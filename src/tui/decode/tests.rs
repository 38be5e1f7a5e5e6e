//! What bytes are, in a table; and that none of them make it deaf.

use crossterm::event::{MouseButton, MouseEventKind};
use proptest::prelude::*;

use super::*;

/// What a reader's own terminal says with some bytes when nothing follows them.
fn decoded(bytes: &[u8]) -> Vec<Input> {
    let mut inputs = Vec::new();
    let mut decoder = Decoder::new(true);
    decoder.take(bytes, &mut inputs);
    decoder.give_up(&mut inputs);
    inputs
}

fn modified(modifiers: KeyModifiers) -> String {
    let prefixes = [
        (KeyModifiers::CONTROL, "Ctrl-"),
        (KeyModifiers::ALT, "Alt-"),
        (KeyModifiers::SHIFT, "Shift-"),
        (KeyModifiers::SUPER, "Super-"),
        (KeyModifiers::HYPER, "Hyper-"),
        (KeyModifiers::META, "Meta-"),
    ];
    prefixes
        .iter()
        .filter(|(modifier, _)| modifiers.contains(*modifier))
        .map(|(_, prefix)| *prefix)
        .collect()
}

/// `Ctrl-c`, `?` for an unknown key, `click@3,5` for the mouse at a cell from 0, `"text"` for a paste, `dark`.
fn name(input: &Input) -> String {
    match input {
        Input::Key(key) => {
            let code = match key.code {
                KeyCode::Char(c) => c.to_string(),
                KeyCode::F(n) => format!("F{n}"),
                KeyCode::Null => "?".to_owned(),
                code => format!("{code:?}"),
            };
            modified(key.modifiers) + &code
        }
        Input::Mouse(MouseEvent {
            kind,
            column,
            row,
            modifiers,
        }) => {
            let what = match kind {
                MouseEventKind::Down(MouseButton::Left) => "click".to_owned(),
                kind => format!("{kind:?}"),
            };
            format!("{}{what}@{column},{row}", modified(*modifiers))
        }
        Input::Paste(text) => format!("{text:?}"),
        Input::Background(Some(background)) => format!("{background:?}"),
        Input::Background(None) => "no colour".to_owned(),
    }
}

fn names(inputs: &[Input]) -> String {
    let names: Vec<String> = inputs.iter().map(name).collect();
    names.join(" ")
}

#[track_caller]
fn check(bytes: &str, expected: &str) {
    assert_eq!(names(&decoded(bytes.as_bytes())), expected, "{bytes:?}");
}

#[test]
fn characters_and_control_characters() {
    check("aあ😀", "a あ 😀");
    check("AÉ Ж1", "Shift-A Shift-É   Shift-Ж 1");
    check("\r\n\t\u{7f}\u{8}", "Enter Ctrl-j Tab Backspace Ctrl-h");
    check(
        "\0\u{1}\u{1a}\u{1c}\u{1d}\u{1e}\u{1f}",
        "Ctrl-  Ctrl-a Ctrl-z Ctrl-4 Ctrl-5 Ctrl-6 Ctrl-7",
    );
    check("\x1b", "Esc");
    check("\x1b\x1b\x1b", "Esc Esc Esc");
    check(
        "\x1bx\x1bX\x1bあ\x1b\r\x1b\u{7f}\x1b\u{3}",
        "Alt-x Alt-Shift-X Alt-あ Alt-Enter Alt-Backspace Ctrl-Alt-c",
    );
}

#[test]
fn keys_with_names() {
    check("\x1b[A\x1b[B\x1b[C\x1b[D", "Up Down Right Left");
    check("\x1bOA\x1bOB\x1bOC\x1bOD", "Up Down Right Left");
    check(
        "\x1b[1;2A\x1b[1;3B\x1b[1;5C\x1b[1;6D\x1b[5A",
        "Shift-Up Alt-Down Ctrl-Right Ctrl-Shift-Left Ctrl-Up",
    );
    check("\x1b\x1b[A", "Esc Up");
    check(
        "\x1b[H\x1b[F\x1bOH\x1bOF\x1b[1~\x1b[4~\x1b[7~\x1b[8~",
        "Home End Home End Home End Home End",
    );
    check(
        "\x1b[5~\x1b[6~\x1b[3~\x1b[2~\x1b[3;5~\x1b[5;3~",
        "PageUp PageDown Delete Insert Ctrl-Delete Alt-PageUp",
    );
    check("\x1b[Z\x1b[1;2Z\x1bOM", "Shift-BackTab Shift-BackTab Enter");
}

#[test]
fn function_keys_of_xterm_linux_rxvt_and_konsole() {
    check("\x1bOP\x1bOQ\x1bOR\x1bOS", "F1 F2 F3 F4");
    check(
        "\x1b[P\x1b[1;2Q\x1b[1;2R\x1b[1;5S",
        "F1 Shift-F2 Shift-F3 Ctrl-F4",
    );
    check("\x1bO2R\x1bO5P", "Shift-F3 Ctrl-F1");
    check("\x1b[[A\x1b[[B\x1b[[E", "F1 F2 F5");
    check(
        "\x1b[11~\x1b[14~\x1b[15~\x1b[17~\x1b[21~",
        "F1 F4 F5 F6 F10",
    );
    check(
        "\x1b[23~\x1b[24~\x1b[24;2~\x1b[25~\x1b[34~",
        "F11 F12 Shift-F12 F13 F20",
    );
    check(
        "\x1b[a\x1b[d\x1bOa\x1bOd",
        "Shift-Up Shift-Left Ctrl-Up Ctrl-Left",
    );
    check(
        "\x1b[3$\x1b[3^\x1b[3@",
        "Shift-Delete Ctrl-Delete Ctrl-Shift-Delete",
    );
}

#[test]
fn keys_by_their_character() {
    // xterm's modifyOtherKeys, and the same in the other form.
    check(
        "\x1b[27;5;99~\x1b[27;2;13~\x1b[27;5;9~",
        "Ctrl-c Shift-Enter Ctrl-Tab",
    );
    check(
        "\x1b[99;5u\x1b[65;2u\x1b[32;2u\x1b[93;5u",
        "Ctrl-c Shift-A Shift-  Ctrl-]",
    );
    check(
        "\x1b[27u\x1b[13u\x1b[9u\x1b[9;2u\x1b[127;3u",
        "Esc Enter Tab Shift-BackTab Alt-Backspace",
    );
    check("\x1b[12354u", "あ");
    // kitty: with Shift, with the character that it types, with the locks, repeating, let go.
    check(
        "\x1b[97;2u\x1b[49:33;2u\x1b[97;65u\x1b[97;129u",
        "Shift-A Shift-! a a",
    );
    check("\x1b[97;1:2u\x1b[97;1:3u\x1b[1;1:3A\x1b[3;5:3~", "a");
    check("\x1b[97;57u", "Super-Hyper-Meta-a");
    check(
        "\x1b[57376u\x1b[57398u\x1b[57399u\x1b[57414u\x1b[57426u",
        "F13 F35 0 Enter Delete",
    );
    // Caps Lock, the volume, Shift alone; no character at all.
    check("\x1b[57358u\x1b[57440u\x1b[57441;2u", "? ? ?");
    check("\x1b[55296u\x1b[4294967296u\x1b[u\x1b[27;5~", "? ? ? ?");
}

#[test]
fn the_mouse() {
    check("\x1b[<0;1;1M\x1b[<0;1;1m", "click@0,0 Up(Left)@0,0");
    check(
        "\x1b[<64;80;24M\x1b[<65;600;200M",
        "ScrollUp@79,23 ScrollDown@599,199",
    );
    check(
        "\x1b[<1;2;3M\x1b[<2;2;3M\x1b[<4;2;3M\x1b[<24;2;3M",
        "Down(Middle)@1,2 Down(Right)@1,2 Shift-click@1,2 Ctrl-Alt-click@1,2",
    );
    check(
        "\x1b[<32;2;3M\x1b[<35;2;3M\x1b[<66;2;3M",
        "Drag(Left)@1,2 Moved@1,2 ScrollLeft@1,2",
    );
    // In the form of old.
    check(
        "\x1b[M !!\x1b[M#!!\x1b[M`!\u{7f}",
        "click@0,0 Up(Left)@0,0 ScrollUp@0,94",
    );
    // There are no such cells, or buttons.
    check("\x1b[<0;0;0M\x1b[<0;0;1M\x1b[<0;65536;1M", "");
    check(
        "\x1b[<0;99999999999999999999;1M\x1b[<0;-1;1M\x1b[<0;1M\x1b[<M\x1b[<;;M",
        "",
    );
    check(
        "\x1b[<128;1;1M\x1b[<255;1;1M\x1b[<65535;1;1M\x1b[<70000;1;1M",
        "",
    );
    check("\x1b[M   ", "");
}

#[test]
fn pastes() {
    check("\x1b[200~解約\r\x1b[A\x1b[201~x", "\"解約\\r\\u{1b}[A\" x");
    check("\x1b[200~\x1b[201~", "\"\"");
    check("a\x1b[200~b", "a \"b\"");
    // Its end is cut off; there seemed to be one; one begins within another.
    check("\x1b[200~a\x1b[20", "\"a\"");
    check("\x1b[200~a\x1b[20x\x1b\x1b[201~", "\"a\\u{1b}[20x\\u{1b}\"");
    check("\x1b[200~a\x1b[200~b\x1b[201~c", "\"ab\" c");
    check("\x1b[201~\x1b[200;1~a", "? a");
}

#[test]
fn of_a_long_paste_is_kept_what_can_be_used() {
    let mut decoder = Decoder::new(true);
    let mut inputs = Vec::new();
    decoder.take(b"\x1b[200~", &mut inputs);
    for _ in 0..5_000 {
        decoder.take("電話で解約\n".repeat(256).as_bytes(), &mut inputs);
        let kept = decoder.paste.as_ref().map(Paste::capacity);
        assert!(kept.is_some_and(|kept| kept <= 2 * paste::KEPT), "{kept:?}");
    }
    decoder.take(b"\x1b[201~", &mut inputs);
    let [Input::Paste(text)] = inputs.as_slice() else {
        panic!("{inputs:?}");
    };
    assert!(text.chars().count() >= crate::app::LONGEST_QUERY);
}

#[test]
fn on_a_public_terminal_a_paste_is_keys() {
    let mut decoder = Decoder::new(false);
    let mut inputs = Vec::new();
    decoder.take(b"\x1b[200~rm\r\x1b[201~", &mut inputs);
    assert_eq!(names(&inputs), "r m Enter");
    assert_eq!(decoder.patience(), None);
}

#[test]
fn the_background() {
    check("\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\", "Dark");
    check("ka\x1b]11;rgb:ffff/FFFF/ffff\x1b\\i", "k a Light i");
    check("\x1b]11;rgb:fd/f6/e3\x07", "Light");
    check("\x1b]11;rgba:0000/0000/0000/ffff\x07", "Dark");
    check("\x1b]11;rgb:f/f/f\x07", "Light");
    check(
        "\x1b]11;rgb:12345/0/0\x07\x1b]11;\x1b\\\x1b]11;?\x07",
        "no colour no colour no colour",
    );
    check("\x1b]10;rgb:f/f/f\x07", "");
    // What only begins like an answer.
    check("]11;x", "] 1 1 ; x");
    check("\x1b]11;rgb:ff\rx", "Enter x");
    check("\x1b]11;rgb:ff\x1bx", "Alt-x");
    check("\x1b]11;rgb:ff\x1b[A", "Up");
    check("\x1b]11;rgb:ff\x1b", "Esc");
}

#[test]
fn the_answer_may_arrive_in_pieces() {
    let answer = b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\";
    for at in 2..answer.len() {
        let (first, second) = answer.split_at(at);
        let mut decoder = Decoder::new(true);
        let mut inputs = Vec::new();
        decoder.take(first, &mut inputs);
        assert_eq!(decoder.patience(), Some(LONG_PAUSE), "{at}");
        decoder.take(second, &mut inputs);
        assert_eq!(names(&inputs), "Light");
        assert_eq!(decoder.patience(), None);
    }
}

#[test]
fn what_has_begun_is_waited_for_no_longer_than_it_may_take() {
    let patience = |bytes: &[u8]| {
        let mut decoder = Decoder::new(true);
        decoder.take(bytes, &mut Vec::new());
        decoder.patience()
    };
    for (begun, pause) in [
        (&b""[..], None),
        (b"a", None),
        (b"\x1b[A", None),
        (b"\x1b", Some(KEY_PAUSE)),
        (b"\x1b[?", Some(KEY_PAUSE)),
        (b"\x1b[<0;1", Some(KEY_PAUSE)),
        (b"\x1bP1$r", Some(KEY_PAUSE)),
        (b"\x1b]0;title", Some(KEY_PAUSE)),
        (b"\x1b]11;this", Some(KEY_PAUSE)),
        (
            b"\x1b]11;ffffffffffffffffffffffffffffffffff",
            Some(KEY_PAUSE),
        ),
        (b"\xe3\x81", Some(KEY_PAUSE)),
        (b"\x1b[200~a", Some(LONG_PAUSE)),
    ] {
        assert_eq!(patience(begun), pause, "{begun:?}");
    }
}

/// Nobody has pressed them: on a public terminal they would otherwise keep a visit open that is over.
#[test]
fn reports_are_swallowed_whole() {
    for report in [
        // What it is and what it can do.
        "\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c",
        "\x1b[>41;388;0c",
        "\x1b[=1;0c",
        "\x1b[0c",
        "\x1b[?1u",
        "\x1bP>|XTerm(388)\x1b\\",
        "\x1bP!|00000000\x1b\\",
        "\x1bP1+r544e=787465726d\x1b\\",
        "\x1b_Gi=1;OK\x1b\\",
        // Where the cursor is, how it is set, whether it is well, how large it is.
        "\x1b[24;80R",
        "\x1b[0;0R",
        "\x1b[1;1R",
        "\x1b[1R",
        "\x1b[?24;80R",
        "\x1b[0n",
        "\x1b[?997;1n",
        "\x1b[?2026;2$y",
        "\x1b[4;1$y",
        "\x1bP1$r0m\x1b\\",
        "\x1b[2;1;1;120;120;1;0x",
        "\x1b[8;24;80t",
        "\x1b[48;24;80;480;800t",
        // Whether it has the focus.
        "\x1b[I",
        "\x1b[O",
        // Colours, titles, clipboards, in both ways of ending a string.
        "\x1b]4;1;rgb:ffff/0000/0000\x07",
        "\x1b]10;rgb:f/f/f\x1b\\",
        "\x1b]0;窓口\x07",
        "\x1b]2;窓口\x1b\\",
        "\x1b]52;c;YQ==\x1b\\",
        // The mouse, as urxvt says it, and beside every screen.
        "\x1b[10;20;30M",
        "\x1b[<0;0;0M",
        // Pastes that nobody has asked to be told of.
        "\x1b[201~",
        // A key that is let go.
        "\x1b[97;1:3u",
    ] {
        check(report, "");
        check(&format!("a{report}b"), "a b");
        for end in (3..report.len()).filter(|end| report.is_char_boundary(*end)) {
            let cut = names(&decoded(&report.as_bytes()[..end]));
            assert!(
                matches!(cut.as_str(), "" | "Esc"),
                "{report:?} to {end}: {cut}"
            );
        }
    }
}

#[test]
fn what_has_begun_swallows_no_keys() {
    // These make crossterm deaf.
    check("\x1b[?ab", "b");
    check("\x1b[<0;1;1x\x1b[<1\rz", "Enter z");
    check("\x1b[M\rabc", "Enter a b c");
    // Cut off by another key.
    check("\x1b[1;\x1b[A", "Up");
    check("\x1b[\ra", "Alt-[ Enter a");
    check("\x1bO\ra", "Alt-Shift-O Enter a");
    check("\x1b[あ\x1bOあ", "Alt-[ あ Alt-Shift-O あ");
    check("\x1b[[x", "x");
    check("\x1b]x\x1bPx\x1b_x", "Alt-] x Alt-Shift-P x Alt-_ x");
    check("\x1b]0;a\u{3}b", "Ctrl-c b");
    check("\x1b]0;a\x1b\x1b[A", "Esc Up");
    let many = "1".repeat(LONGEST_SEQUENCE);
    check(&format!("\x1b[{many}a"), "1 1 a");
    // A string without an end is forgotten up to a control character.
    let many = "1".repeat(3 * LONGEST_STRING);
    check(&format!("\x1b]{many}"), "");
    check(&format!("\x1b]{many}\x07a"), "a");
    check(&format!("\x1bP{many}\x1b\\a"), "a");
    check(&format!("\x1b]{many}\ra"), "Enter a");
    check(&format!("\x1b]{many}\x1b[Aa"), "Up a");
    check(&format!("\x1b]{many}\x1b"), "Esc");
}

#[test]
fn broken_utf8_swallows_nothing() {
    for (bytes, expected) in [
        (&b"\xffa"[..], "? a"),
        (b"\xe3\x81a", "? a"),
        (b"\xe3\x81", "?"),
        (b"\xf0\x9f\xe3\x81\x82", "? あ"),
        // A control sequence in eight bits.
        (b"\x9bA", "? Shift-A"),
        (b"\x1b\xe3", "?"),
        (b"\x1b\xe3x", "? x"),
    ] {
        assert_eq!(names(&decoded(bytes)), expected, "{bytes:?}");
    }
}

/// Bytes of any value, and pieces of what terminals send.
fn any_bytes() -> impl Strategy<Value = Vec<u8>> {
    let pieces = [
        "\x1b",
        "\x1b[",
        "\x1b]",
        "\x1bP",
        "\x1b_G",
        "\x1b[<",
        "\x1b[M",
        "\x1bO",
        "11;rgb:",
        "\x1b\\",
        "\x07",
        "\x1b[200~",
        "\x1b[201~",
        "\x1b[27;",
        "u",
        "M",
        "~",
        "$",
        "あ",
        "k",
    ];
    let piece = prop::sample::select(pieces.map(|piece| piece.as_bytes().to_vec()).to_vec());
    let piece = prop_oneof![
        2 => piece,
        1 => any::<u8>().prop_map(|byte| vec![byte]),
        1 => prop::sample::select(b"?<;:0129".to_vec()).prop_map(|byte| vec![byte]),
    ];
    prop::collection::vec(piece, 0..80).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// After whatever was sent, a pause and a key are that key.
    #[test]
    fn it_is_never_deaf(bytes in any_bytes(), is_own in any::<bool>()) {
        let mut decoder = Decoder::new(is_own);
        let mut inputs = Vec::new();
        for &byte in &bytes {
            decoder.take(&[byte], &mut inputs);
            prop_assert!(decoder.pending.len() < LONGEST_STRING);
            prop_assert!(is_own || decoder.paste.is_none());
        }
        decoder.give_up(&mut inputs);
        prop_assert_eq!(decoder.patience(), None);
        inputs.clear();
        decoder.take(b"k", &mut inputs);
        prop_assert_eq!(names(&inputs), "k");
    }

    /// It makes no difference how bytes are divided among reads.
    #[test]
    fn reads_may_end_anywhere(bytes in any_bytes(), sizes in prop::collection::vec(1..9_usize, 0..200)) {
        let mut decoder = Decoder::new(true);
        let mut inputs = Vec::new();
        let mut rest = bytes.as_slice();
        for size in sizes {
            let (read, more) = rest.split_at(size.min(rest.len()));
            decoder.take(read, &mut inputs);
            rest = more;
        }
        decoder.take(rest, &mut inputs);
        decoder.give_up(&mut inputs);
        prop_assert_eq!(names(&inputs), names(&decoded(&bytes)));
    }

    /// On a public terminal no bytes are a paste, and nothing that begins is waited for by more than a moment.
    #[test]
    fn no_pastes_on_a_public_terminal(bytes in any_bytes()) {
        let mut decoder = Decoder::new(false);
        let mut inputs = Vec::new();
        decoder.take(&bytes, &mut inputs);
        prop_assert!(decoder.patience().is_none_or(|patience| patience == KEY_PAUSE));
        decoder.give_up(&mut inputs);
        let has_paste = inputs.iter().any(|input| matches!(input, Input::Paste(_)));
        prop_assert!(!has_paste);
    }

    /// Whatever text is pasted, its beginning arrives, and then keys are keys.
    #[test]
    fn a_paste_is_its_text(text in "[^\u{1b}]{0,2000}") {
        let inputs = decoded(format!("\x1b[200~{text}\x1b[201~k").as_bytes());
        let [Input::Paste(pasted), Input::Key(_)] = inputs.as_slice() else {
            return Err(TestCaseError::fail(format!("{inputs:?}")));
        };
        let cut = char::REPLACEMENT_CHARACTER;
        prop_assert!(text.starts_with(pasted.trim_end_matches(cut)));
        let used = |text: &str| text.chars().take(crate::app::LONGEST_QUERY).collect::<String>();
        prop_assert_eq!(used(pasted), used(&text));
    }
}
