//! Addresses, what a browser that is given the whole of one does, and what is said of them where `netflix.com` is listed.
//! A text may have several addresses: then the verdicts of all.

use proptest::prelude::*;
use url::Url;

use super::{check, guide, shown};
use crate::check::{Kind, Verdict};
use crate::guide::Guide;
use crate::text::web::destination;

fn netflix() -> Guide {
    guide(&["0120-996-012"], &["netflix.com"])
}

/// The browser fails, searches, or shows what is not on the web.
const NOWHERE: &str = "-";
const LISTED: &str = "listed netflix.com";
const OTHER: &str = "not-listed";
const PART: &str = "lookalike netflix.com part-of-another";
const USER: &str = "lookalike netflix.com before-at-sign";
const CHARACTERS: &str = "lookalike netflix.com characters";
const ENDING: &str = "lookalike netflix.com other-ending";
const TYPO: &str = "lookalike netflix.com one-letter";
const PATH: &str = "lookalike netflix.com in-path";

#[rustfmt::skip]
static TABLE: &[(&str, &str, &[&str])] = &[
    // Plain ones.
    ("netflix.com", "netflix.com", &[LISTED]),
    ("NetFlix.COM", "netflix.com", &[LISTED]),
    ("www.netflix.com", "www.netflix.com", &[LISTED]),
    ("a-b_c.netflix.com", "a-b_c.netflix.com", &[LISTED]),
    ("https://netflix.com", "netflix.com", &[LISTED]),
    ("HTTPS://NETFLIX.COM/", "netflix.com", &[LISTED]),
    ("http://netflix.com", "netflix.com", &[LISTED]),
    ("https://help.netflix.com/ja?a=b#c", "help.netflix.com", &[LISTED]),
    ("https://netflix.com?x", "netflix.com", &[LISTED]),
    ("https://netflix.com#x", "netflix.com", &[LISTED]),
    ("https://netflix.com:443/", "netflix.com", &[LISTED]),
    ("https://netflix.com:8443", "netflix.com", &[LISTED]),
    ("https://netflix.com:", "netflix.com", &[LISTED]),
    ("netflix.com:443", "netflix.com", &[LISTED]),
    ("netflix.com.", "netflix.com", &[LISTED]),
    ("https://netflix.com./", "netflix.com", &[LISTED]),
    ("//netflix.com", "netflix.com", &[LISTED]),
    ("netflix.com/解約", "netflix.com", &[LISTED]),
    ("https://netflix.com/jaをご覧ください", "netflix.com", &[LISTED]),
    ("https://netflix.com?u=evil.example", "netflix.com", &[LISTED]),
    ("https://netflix.com/@evil.example", "netflix.com", &[LISTED]),
    ("https://netflix.com/:80@evil.example", "netflix.com", &[LISTED]),
    ("https://netflix.com\\@evil.example", "netflix.com", &[LISTED]),
    ("https://日本.netflix.com/", "xn--wgv71a.netflix.com", &[LISTED]),
    // Slashes.
    ("https:netflix.com", "netflix.com", &[LISTED]),
    ("https:/netflix.com", "netflix.com", &[LISTED]),
    ("https:///netflix.com", "netflix.com", &[LISTED]),
    ("https:\\\\netflix.com\\ja", "netflix.com", &[LISTED]),
    ("https:/\\netflix.com", "netflix.com", &[LISTED]),
    ("https:evil.example", "evil.example", &[OTHER]),
    ("https:///evil.example/netflix.com", "evil.example", &[PATH]),
    ("https:\\\\evil.example\\netflix.com", "evil.example", &[PATH]),
    ("https:evil.example/https://netflix.com", "evil.example", &[PATH]),
    ("\\\\evil.example\\netflix.com", "evil.example", &[PATH]),
    ("https://netflix.com\\.evil.example", "netflix.com", &[LISTED]),
    ("https://evil.example\\.netflix.com", "evil.example", &[PATH]),
    // What stands before `@`.
    ("https://user@netflix.com/", "netflix.com", &[LISTED]),
    ("https://user:word@netflix.com/", "netflix.com", &[LISTED]),
    ("https://a@b@netflix.com/", "netflix.com", &[LISTED]),
    ("https://netflix.com@evil.example", "evil.example", &[USER]),
    ("https://netflix.com:443@evil.example/", "evil.example", &[USER]),
    ("https://netflix.com%2f@evil.example/", "evil.example", &[USER]),
    ("https://netflix.com＠evil.example/", NOWHERE, &[USER]),
    ("https://netflix.com|@evil.example/", "evil.example", &[USER]),
    ("https://netflix.com、@evil.example/", "evil.example", &[OTHER, OTHER]),
    ("https://netflix.comは@evil.example/", "evil.example", &[USER]),
    ("https://x、y@netflix.com/", "netflix.com", &[OTHER, OTHER]),
    ("https://@netflix.com", "netflix.com", &[LISTED]),
    ("https://netflix.com@", NOWHERE, &[USER]),
    // What would be cut off.
    ("https://netflix.com！.evil.example", "netflix.com!.evil.example", &[PART, OTHER]),
    ("https://netflix.com!.evil.example", "netflix.com!.evil.example", &[PART, OTHER]),
    ("netflix.com\"evil.example", "netflix.com\"evil.example", &[PART, OTHER]),
    ("netflix.com、evil.example", "netflix.xn--comevil-0o3f.example", &[OTHER, OTHER]),
    ("https://netflix.com。.evil.example", NOWHERE, &[PART]),
    ("https://netflix.com。evil.example", "netflix.com.evil.example", &[PART]),
    ("https://netflix.com．evil.example", "netflix.com.evil.example", &[PART]),
    ("https://netflix.com｡evil.example", "netflix.com.evil.example", &[PART]),
    ("https://netflix.com․evil.example", NOWHERE, &[PART]),
    ("https://netflix.com,evil.example", "netflix.com,evil.example", &[PART, OTHER]),
    ("https://netflix.com;evil.example", "netflix.com;evil.example", &[PART, OTHER]),
    ("https://netflix.com'evil.example", "netflix.com'evil.example", &[PART, OTHER]),
    ("https://netflix.com(evil.example", "netflix.com(evil.example", &[PART, OTHER]),
    ("https://netflix.com)evil.example", "netflix.com)evil.example", &[PART, OTHER]),
    ("https://netflix.com*.evil.example", "netflix.com*.evil.example", &[PART, OTHER]),
    ("https://netflix.com&.evil.example", "netflix.com&.evil.example", &[PART]),
    ("https://netflix.com+.evil.example", "netflix.com+.evil.example", &[PART]),
    ("https://netflix.com=.evil.example", "netflix.com=.evil.example", &[PART]),
    ("https://netflix.com~.evil.example", "netflix.com~.evil.example", &[PART]),
    ("https://netflix.com$.evil.example", "netflix.com$.evil.example", &[PART, OTHER]),
    ("https://netflix.com`.evil.example", "netflix.com`.evil.example", &[PART, OTHER]),
    ("https://netflix.com{.evil.example", "netflix.com{.evil.example", &[PART, OTHER]),
    ("https://netflix.com」.evil.example", "netflix.xn--com-k03b.evil.example", &[PART, OTHER]),
    ("「https://netflix.com」.evil.example", "xn--https-wv3d", &[PART, OTHER]),
    ("「netflix.com」@evil.example", "evil.example", &[OTHER, OTHER]),
    ("https://netflix.com・.evil.example", "netflix.xn--com-rs4b.evil.example", &[PART, OTHER]),
    ("https://netflix.comー.evil.example", "netflix.xn--com-vs4b.evil.example", &[PART, OTHER]),
    ("https://netflix.com―.evil.example", "netflix.xn--com-do0a.evil.example", &[PART]),
    ("https://netflix.com…evil.example", NOWHERE, &[PART]),
    ("https://netflix.com？.evil.example", NOWHERE, &[OTHER, OTHER]),
    ("https://netflix.com／.evil.example", NOWHERE, &[OTHER]),
    ("https://netflix.com＃.evil.example", NOWHERE, &[OTHER]),
    ("https://netflix.com：443/", NOWHERE, &[OTHER]),
    ("https://netflix.com|ヘルプ", NOWHERE, &[OTHER]),
    ("https://netflix.com^x", NOWHERE, &[OTHER]),
    ("https://netflix.com<x", NOWHERE, &[OTHER]),
    ("https://netflix.com]x", NOWHERE, &[OTHER]),
    ("https://netflix.com\u{1}.evil.example", NOWHERE, &[PART]),
    ("https://netflix.com\u{7f}.evil.example", NOWHERE, &[PART]),
    ("https://netflix.com:evil.example", NOWHERE, &[OTHER, OTHER]),
    ("https://netflix.com:99999", NOWHERE, &[OTHER]),
    // White space.
    ("https://netflix.com\n.evil.example", "netflix.com.evil.example", &[PART, OTHER]),
    ("https://netflix.com\t.evil.example", "netflix.com.evil.example", &[PART, OTHER]),
    ("https://netflix.com\r\nevil.example", "netflix.comevil.example", &[PART, OTHER]),
    ("https://netflix.com\nmunity/", "netflix.community", &[OTHER]),
    ("https:/netflix.com\nmunity/", "netflix.community", &[OTHER]),
    ("https:\\/netflix.com\t.evil.example", "netflix.com.evil.example", &[PART, OTHER]),
    ("https:////netflix.com\nhelp.netflix.com\n.evil.example", "netflix.comhelp.netflix.com.evil.example", &[PART, PART, OTHER]),
    ("https:/x@netflix.com\n.evil.example", "netflix.com.evil.example", &[PART, OTHER]),
    ("https://netflix.com\nmunity", "netflix.community", &[OTHER]),
    ("ht\ntps://netflix.com", "netflix.com", &[OTHER]),
    ("https://evil-\nnetflix.com/", "evil-netflix.com", &[OTHER, PART]),
    ("evil-\nnetflix.com", "evil-netflix.com", &[PART]),
    ("https://evil.example/\nnetflix.com", "evil.example", &[OTHER, OTHER]),
    ("https://netflix.com .evil.example", NOWHERE, &[PART, OTHER]),
    ("https://netflix.com @evil.example/", "evil.example", &[OTHER, OTHER]),
    ("https://netflix.com login@evil.example/", "evil.example", &[OTHER, OTHER]),
    ("https://netflix.com\u{3000}@evil.example/", "evil.example", &[OTHER, OTHER]),
    ("https://netflix.com\u{3000}＠evil.example/", NOWHERE, &[OTHER, OTHER]),
    ("https://netflix.com\u{3000}＠", NOWHERE, &[OTHER]),
    ("https://netflix.com\u{2028}.evil.example", NOWHERE, &[PART, OTHER]),
    ("https://netflix.com/\nご不明な点は", "netflix.com", &[LISTED]),
    ("https://netflix.com\nご不明な点は", "netflix.xn--com-o83boe4a4639bue1bkcu", &[LISTED]),
    ("https://netflix.com\nPlease log in", NOWHERE, &[LISTED]),
    // Numbers in the place of names.
    ("http://192.0.2.1/", "192.0.2.1", &[OTHER]),
    ("http://3221225985/", "192.0.2.1", &[OTHER]),
    ("http://0xC0000201/", "192.0.2.1", &[OTHER]),
    ("http://0300.0.2.1/", "192.0.2.1", &[OTHER]),
    ("http://192.513/", "192.0.2.1", &[OTHER]),
    ("http://１９２．０．２．１/", "192.0.2.1", &[OTHER]),
    ("http://[2001:db8::1]/", "[2001:db8::1]", &[OTHER]),
    ("http://[::ffff:192.0.2.1]/", "[::ffff:192.0.2.1]", &[OTHER]),
    ("http://[2001:db8::1/", NOWHERE, &[OTHER]),
    ("http://999.1.1.1/", NOWHERE, &[OTHER]),
    ("http://netflix.com.1/", NOWHERE, &[PART]),
    ("https://netflix.com@192.0.2.1/", "192.0.2.1", &[USER]),
    // Percent.
    ("https://netflix%2Ecom", "netflix.com", &[LISTED]),
    ("https://%6eetflix.com/", "netflix.com", &[LISTED]),
    ("https://netflix.com%2eevil.example", "netflix.com.evil.example", &[PART]),
    ("https://netflix.com%2f.evil.example", NOWHERE, &[PART]),
    ("https://netflix.com%00.evil.example", NOWHERE, &[PART]),
    ("https://netflix.com%40evil.example", NOWHERE, &[PART]),
    ("https://evil%2f.netflix.com", NOWHERE, &[OTHER]),
    // Letters beyond ASCII.
    ("ｎｅｔｆｌｉｘ．ｃｏｍ", "netflix.com", &[LISTED]),
    ("https://ｎｅｔｆｌｉｘ。ｃｏｍ/", "netflix.com", &[LISTED]),
    ("ｈｔｔｐｓ：／／ｎｅｔｆｌｉｘ．ｃｏｍ／", NOWHERE, &[OTHER]),
    ("net\u{ad}flix.com", "netflix.com", &[LISTED]),
    ("net\u{200B}flix.com", "netflix.com", &[LISTED]),
    ("netflix.com\u{feff}", "netflix.com", &[LISTED]),
    ("https://net\u{2060}flix.com/", "netflix.com", &[LISTED]),
    ("https://net\u{202e}flix.com/", NOWHERE, &[OTHER]),
    ("https://netflix.com\u{202e}elpmaxe.live/", NOWHERE, &[PART]),
    ("https://אתר.netflix.com", "xn--4db2cf.netflix.com", &[LISTED]),
    ("https://אa.netflix.com", NOWHERE, &[OTHER]),
    ("https://nеtflix.com/", "xn--ntflix-3of.com", &[CHARACTERS]),
    ("https://xn--ntflix-3of.com/", "xn--ntflix-3of.com", &[CHARACTERS]),
    ("https://xn--netflix-.com/", NOWHERE, &[PART]),
    ("https://xn--a.netflix.com/", NOWHERE, &[OTHER]),
    ("https://netfliß.com/", "xn--netfli-gta.com", &[TYPO]),
    ("https://netﬂix.com/", "netflix.com", &[LISTED]),
    ("https://ⓝetflix.com/", "netflix.com", &[LISTED]),
    ("https://netflix.com\u{301}/", "netflix.xn--co-1ws", &[ENDING]),
    ("https://ne\u{338}tflix.com/", "xn--netflix-fte.com", &[TYPO]),
    ("https://netf1ix.com", "netf1ix.com", &[CHARACTERS]),
    ("https://netfIix.com", "netfiix.com", &[CHARACTERS]),
    ("https://netfliix.com", "netfliix.com", &[TYPO]),
    ("https://例え.jp/netflix.com", "xn--r8jz45g.jp", &[PATH]),
    ("例え.jp", "xn--r8jz45g.jp", &[OTHER]),
    // The name is a part of another.
    ("netflix.com.evil.example", "netflix.com.evil.example", &[PART]),
    ("netflix.com-evil.example", "netflix.com-evil.example", &[PART]),
    ("https://netflix.com_evil.example", "netflix.com_evil.example", &[PART]),
    ("mynetflix.com", "mynetflix.com", &[PART]),
    ("netflix.co", "netflix.co", &[ENDING]),
    ("netflix.com.jp", "netflix.com.jp", &[ENDING]),
    ("https://.netflix.com/", NOWHERE, &[OTHER]),
    ("https://a..netflix.com/", NOWHERE, &[OTHER]),
    ("https://x'y.netflix.com/", "x'y.netflix.com", &[OTHER, OTHER]),
    ("https://netflix.com../", NOWHERE, &[OTHER]),
    // Other schemes.
    ("javascript:alert('netflix.com')", NOWHERE, &[PATH]),
    ("javascript://netflix.com/%0aalert(1)", NOWHERE, &[PATH]),
    ("data:text/html,netflix.com", NOWHERE, &[PATH]),
    ("view-source:https://netflix.com/", NOWHERE, &[PATH]),
    ("blob:https://netflix.com/1", NOWHERE, &[PATH]),
    ("filesystem:https://netflix.com/1", NOWHERE, &[PATH]),
    ("intent://netflix.com/#Intent;end", NOWHERE, &[PATH]),
    ("file://netflix.com/x", NOWHERE, &[PATH]),
    ("ftp://netflix.com/", NOWHERE, &[OTHER]),
    ("foo://netflix.com/", NOWHERE, &[OTHER]),
    ("foo:https://netflix.com/", NOWHERE, &[OTHER]),
    ("xhttps://netflix.com/", NOWHERE, &[OTHER]),
    ("hxxps://netflix.com", NOWHERE, &[OTHER]),
    ("hxxps://netflix[.]com", NOWHERE, &[OTHER]),
    ("hxxps[:]//netflix[.]com[.]evil[.]example/", NOWHERE, &[PART]),
    ("netflix[dot]com", NOWHERE, &[OTHER]),
    ("netflix(.)com(.)evil.example", "netflix(.)com(.)evil.example", &[PART]),
    // Addresses in addresses.
    ("https://evil.example/?u=netflix.com", "evil.example", &[PATH]),
    ("https://evil.example/?u=https://netflix.com/", "evil.example", &[PATH]),
    ("https://www.google.com/url?q=https://netflix.com", "www.google.com", &[PATH]),
    ("https://evil.example/#https://netflix.com", "evil.example", &[PATH]),
    ("https://evil.example/、https://netflix.com/", "evil.example", &[OTHER, OTHER]),
    ("https://netflix.com/、https://evil.example/", "netflix.com", &[OTHER, OTHER]),
    ("例え.jp/?u=https://netflix.com", "xn--r8jz45g.jp", &[PATH]),
    ("[netflix.com](https://evil.example)", NOWHERE, &[OTHER, OTHER]),
    ("[evil.example](https://netflix.com)", NOWHERE, &[OTHER, OTHER]),
    ("<https://evil.example|netflix.com>", NOWHERE, &[OTHER, OTHER]),
    ("<a href=\"https://evil.example\">netflix.com</a>", NOWHERE, &[OTHER, OTHER]),
    ("evil.example「netflix.com」", "evil.xn--examplenetflix-1b3m.xn--com-k03b", &[OTHER, OTHER]),
    // In a sentence.
    ("See netflix.com.", NOWHERE, &[LISTED]),
    ("Is it netflix.com?", NOWHERE, &[LISTED]),
    ("(netflix.com)", "(netflix.com)", &[LISTED]),
    ("<https://netflix.com/>", NOWHERE, &[LISTED]),
    ("URL:https://netflix.com/", NOWHERE, &[LISTED]),
    ("「netflix.com」", "xn--netflix-gr3f.xn--com-k03b", &[LISTED]),
    ("公式サイト「netflix.com」を開く。", "xn--netflix-gr3fx2c3e9hs728axbsb.xn--com-k03bsnlnn541d", &[LISTED]),
    ("公式（https://netflix.com/jp）です", "xn--(https-hn2j241g", &[LISTED]),
    ("公式はhttps://netflix.com/ です", "xn--https-vd4dl30t71wa", &[LISTED]),
    ("確認してください。https://netflix.com/", "xn--n8jvasg0c8a8219h813a.https", &[LISTED]),
    ("公式は help.netflix.com です", NOWHERE, &[LISTED]),
    ("netflix.com。", "netflix.com", &[LISTED]),
    ("netflix.com、です", "netflix.xn--com-6y3b6rvc", &[OTHER]),
    ("netflix.comにアクセス", "netflix.xn--com-bc4bzkuc6cp", &[OTHER]),
    ("netflix.com。です", "netflix.com.xn--88j1a", &[OTHER]),
    ("公式はnetflix.com", "xn--netflix-2e4fm82ypr2a.com", &[OTHER]),
    ("公式はhelp.netflix.com", "xn--help-9c4cv26qh7t.netflix.com", &[LISTED]),
];

#[test]
fn what_a_browser_does_and_what_is_said() {
    let guide = netflix();
    let mut wrong = Vec::new();
    for &(text, host, verdicts) in TABLE {
        let goes = destination(text);
        let goes = goes.as_deref().unwrap_or(NOWHERE);
        let found: Vec<String> = check(&guide, text).iter().map(shown).collect();
        if goes != host || found != verdicts {
            wrong.push(format!("{text:?}: {goes}, {found:?}"));
        }
    }
    assert!(
        TABLE.len() >= 150 && wrong.is_empty(),
        "{}",
        wrong.join("\n")
    );
}

/// What a reader would not call the end of an address, and what follows it.
fn goes_on() -> impl Strategy<Value = String> {
    let sign = prop::sample::select(
        "\"'`!,;:()[]{}|^<>*$&+=~_-.%@#?/\\ \t\n、。！？，．｡：；・…ー―「」『』（）＠／＃にはでとのァア漢\u{301}\u{200b}\u{202e}\u{3000}"
            .chars()
            .collect::<Vec<_>>(),
    );
    let word = prop::sample::select(vec![
        "",
        "",
        "evil",
        "evil.example",
        ".evil.example",
        "@evil.example",
        "netflix.com",
        "netflix",
        "com",
        "です",
        "jp",
        "80",
        "x",
        "https://",
        "https://evil.example/",
        "https://netflix.com/",
        "help.netflix.com",
        "www.",
    ]);
    prop::collection::vec((sign, word), 0..4).prop_map(|parts| {
        let parts = parts
            .into_iter()
            .map(|(sign, word)| format!("{sign}{word}"));
        parts.collect()
    })
}

fn is_ours(host: Option<&str>) -> bool {
    host.is_some_and(|host| {
        let host = host.strip_suffix('.').unwrap_or(host);
        host == "netflix.com" || host.ends_with(".netflix.com")
    })
}

/// What stands before and behind an address in brackets or white space is no part of it, nor is the punctuation there.
fn without_ends(text: &str) -> &str {
    text.trim_end_matches(|c| ".,;:!?'\")。、，．！？：；｡…」』）".contains(c))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// Read by the parser alone, from where it is said to begin: up to every sign behind it, and up to white space.
    #[test]
    fn what_is_listed_leads_there_however_it_is_cut(
        before in goes_on(), host in "(https?://|https:|//|)(netflix\\.com|help\\.netflix\\.com|evil\\.example)(/ja|:443|)", after in goes_on(),
    ) {
        let text = before + &host + &after;
        for found in check(&netflix(), &text) {
            let web = matches!(found.kind, Kind::Address(_));
            if !matches!(found.verdict, Verdict::Listed { .. }) || !web {
                continue;
            }
            let rest = &text[found.range.start..];
            let enclosed = text[..found.range.start].ends_with(['"', '\'', '`', '(', '<', '「', '『', '（']);
            let end = if enclosed { found.range.len() } else { rest.find(char::is_whitespace).unwrap_or(rest.len()) };
            let whole = without_ends(&rest[..end]);
            let ends = whole.char_indices().filter(|&(at, c)| at >= found.range.len() && !c.is_ascii_alphanumeric() && !"-._~:@%+=&".contains(c));
            for end in ends.map(|(at, _)| at).chain([whole.len(), found.range.len()]) {
                let cut = &rest[..end.max(found.range.len())];
                let web = cut.starts_with("http");
                let read = Url::parse(&if web { cut.to_owned() } else { format!("https://{cut}") });
                let read = read.ok();
                let goes = read.as_ref().and_then(Url::host_str);
                prop_assert!(is_ours(goes), "{text:?}: {cut:?} leads to {goes:?}");
            }
        }
    }

    /// What every reader takes for a sentence about an address is no riddle.
    #[test]
    fn an_address_that_stands_alone_is_listed(
        before in "(|公式サイト |See |・|公式：|確認してください。「)", host in "(https://)?(www\\.|help\\.)?netflix\\.com(/ja)?", after in "(| です| を開く。|。|、 |\\.|!)",
    ) {
        let closing = if before.ends_with('「') { "」" } else { "" };
        let text = format!("{before}{host}{closing}{after}");
        let found: Vec<String> = check(&netflix(), &text).iter().map(shown).collect();
        prop_assert_eq!(found, [LISTED], "{}", text);
    }
}
