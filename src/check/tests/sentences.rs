//! Addresses in texts as people write, pass on and forge them, where `netflix.com` is listed. The verdicts follow from what a browser, a mail
//! program or a reader may take for the address.

use super::{check, guide, shown};

/// However it is cut, it leads to what is listed.
#[rustfmt::skip]
static LISTED: &[&str] = &[
    "netflix.com", "Netflix.com/browse", "https://www.netflix.com/jp/", "http://help.netflix.com/ja/node/412",
    "HTTP://NETFLIX.COM", "https://NETFLIX.com:443/login", "www.netflix.com/login?nextpage=%2Fbrowse",
    "https://www.netflix.com/title/81234567?s=i&trkid=0#x",
    "https://www.netflix.com/jp/title/80057281?source=35&fromWatch=true", "netflix.com/youraccount", "https://fast.netflix.com",
    "https://a.b.c.netflix.com/", "https://netflix.com/%E8%A7%A3%E7%B4%84", "https://netflix.com/解約/方法",
    "https://netflix.com/?q=解約", "https://netflix.com/ja#よくある質問", "https://netflix.com/a,b;c", "https://netflix.com/a(b)c",
    "https://netflix.com/~user/!x", "https://netflix.com/a@b", "https://netflix.com/x:y", "https://netflix.com/*",
    "https://netflix.com/[x]", "https://netflix.com/%zz", "https://netflix.com/%ff%fe", "netflix.com:443/x", "netflix.com?x=1",
    "netflix.com#top", "https:/netflix.com/x", "https:netflix.com/x", "https:\\netflix.com", "//netflix.com/x",
    "\\\\netflix.com\\x", "https://evil.example@netflix.com", "https://evil.example:x@netflix.com/",
    "https://netflix.com/@evil.example", "https://netflix.com/login@evil.example", "https://netflix.com?@evil.example",
    "https://netflix.com#@evil.example", "https://netflix.com\\@evil.example", "https://n%65tflix.com", "https://netflix%2ecom",
    "https://netflix.com%2e/", "https://%6E%65%74%66%6C%69%78%2E%63%6F%6D", "netflix。com", "https://netflix。com/",
    "https://netflix．com/", "ｎｅｔｆｌｉｘ．ｃｏｍ", "ＮＥＴＦＬＩＸ．ＣＯＭ", "https://ｗｗｗ．ｎｅｔｆｌｉｘ．ｃｏｍ/", "https://netflix.com./",
    "https://netflix.com.", "https.netflix.com", "support.netflix.com", "ｎｅｔｆｌｉｘ.com", "Netflix.Com", "net\u{ad}flix.com",
    "net\u{200b}flix.com", "netflix.com\u{200b}", "\u{feff}netflix.com", "netflix.com\u{ad}", "https://net\u{2060}flix.com",
    "\u{200e}netflix.com", "https://netﬂix.com", "𝗇𝖾𝗍𝖿𝗅𝗂𝗑.com", "netflix.ℂom", "netflix.com:80", "https://netflix.com:65535/",
    "https://netflix.com:0443/", "https://netflix.com:/x", "https://netflix.com/redirect?url=https://evil.example",
    "https://www.netflix.com/?next=//evil.example", "https://netflix.com//evil.example",
    "https://netflix.com/https://evil.example", "https://netflix.com?evil.example", "https://netflix.com#evil.example",
    "netflix.com/evil.example", "netflix.com?u=evil.example", "netflix.com#evil.example", "「https://www.netflix.com/jp/」",
    "「https://www.netflix.com/jp/」を開きました", "『netflix.com』と表示されます", "（https://netflix.com/）", "【公式】https://netflix.com/",
    "公式サイト: https://netflix.com/", "公式サイト：https://netflix.com/", "URL：netflix.com", "URL: netflix.com",
    "リンクは https://netflix.com/jp です。", "https://netflix.com/ というメールが来た", "https://netflix.com/jp、", "https://netflix.com/jp。",
    "https://netflix.com/jp！", "https://netflix.com/jp？", "これは本物？→ https://netflix.com", "→https://netflix.com",
    "・https://netflix.com", "■ https://netflix.com", "Is https://netflix.com/login real?", "Go to netflix.com, then click.",
    "Go to netflix.com. Then click.", "Go to \"netflix.com\".", "Go to (https://netflix.com).", "<https://netflix.com>",
    "<netflix.com>", "`netflix.com`", "* netflix.com", "- https://netflix.com", "1. https://netflix.com",
    "> https://netflix.com", "https://netflix.com/a https://netflix.com/b", "netflix.com と help.netflix.com",
    "netflix.com and www.netflix.com", "netflix.com\nhelp.netflix.com", "https://netflix.com/jp\nにアクセス",
    "メール本文：\nhttps://www.netflix.com/jp/login\n期限は24時間", "SMSに https://netflix.com/x とある", "Netflix.com | ログイン",
    "netflix.com / help.netflix.com", "netflix.com, help.netflix.com", "netflix.com; help.netflix.com",
    "ネットフリックス netflix.com 解約", "netflix.com　解約", "解約　netflix.com", "https://www.netflix.com/jp/ （公式）",
    "(公式) https://www.netflix.com/jp/", "\"https://netflix.com/\"", "'https://netflix.com/'", "“netflix.com”", "«netflix.com»",
    "https://netflix.com!!", "https://netflix.com?!", "netflix.com?", "netflix.com!", "netflix.com:", "netflix.com;",
    "http://netflix.com http://www.netflix.com/", "https://netflix.com/jpです", "https://netflix.com/jpにアクセス",
    "netflix.com/jpを開く", "「netflix.com」「help.netflix.com」", "netflix.com、help.netflix.com", "netflix.com・help.netflix.com",
    "netflix.com/help.netflix.com", "https://www.netflix.com/jp/（公式）", "アドレスはhttps://netflix.com/jp/login",
    "リンク先https://netflix.com/jp", "[Netflix](https://netflix.com)", "【netflix.com】", "【https://netflix.com/】から",
    "\"netflix.com\"から", "info@netflix.com", "info@account.netflix.com", "mailto:info@netflix.com", "MAILTO:info@netflix.com",
    "<info@netflix.com>", "Netflix <info@netflix.com>", "\"Netflix\" <info@mailer.netflix.com>", "差出人: info@netflix.com",
    "差出人：info@account.netflix.com", "From: Netflix <info@account.netflix.com>", "info@netflix.com からメール",
    "first.last+tag@netflix.com", "no-reply@netflix.com, info@netflix.com", "From: info@netflix.com\nTo: x", "INFO@NETFLIX.COM",
    "ネットフリックス＜info@netflix.com＞", "\"a b\"@netflix.com", "\"info\"@netflix.com", "info(comment)@netflix.com",
    "info@netflix.com (Netflix)", "「info@netflix.com」", "Netflix<info@netflix.com>", "info@netflix.com.",
    "info [at] netflix.com", "help。netflix。com", "https://www。netflix。com/", "日本.netflix.com", "https://日本。netflix。com/",
    "info@help。netflix。com", "https://netflix.com/→x.jp", "https://netflix.com/a。b.jp",
];

/// Some way of cutting it leads elsewhere or nowhere.
#[rustfmt::skip]
static REFUSED: &[&str] = &[
    "https://netflix.com@evil.example", "https://netflix.com:pw@evil.example/", "https://www.netflix.com%20@evil.example",
    "https://netflix.com%00@evil.example", "https://netflix.com;@evil.example", "https://netflix.com&x=@evil.example",
    "https://netflix.com+login@evil.example/login", "https://netflix.com=@evil.example", "https://netflix.com!@evil.example/",
    "https://netflix.com$@evil.example", "https://netflix.com*@evil.example", "https://(netflix.com)@evil.example/",
    "https://[netflix.com]@evil.example/", "https://\"netflix.com\"@evil.example/", "https://<netflix.com>@evil.example/",
    "https://netflix.com,login@evil.example", "https://netflix.com'@evil.example", "https://netflix.com`@evil.example",
    "https://netflix.com{}@evil.example", "https://netflix.com^@evil.example", "https://netflix.com~@evil.example",
    "https://netflix.com 　@evil.example", "https://netflix.com、ログイン@evil.example", "https://netflix.com。@evil.example",
    "https://netflix.com」@evil.example", "https://netflix.comログイン@evil.example", "https:netflix.com@evil.example",
    "https:/netflix.com@evil.example", "https:///netflix.com@evil.example", "netflix.com@evil.example",
    "netflix.com:x@evil.example", "netflix.com＠evil.example", "netflix.com%40evil.example",
    "https://netflix.com%40evil.example", "https://netflix.com﹫evil.example", "//netflix.com@evil.example",
    "\\\\netflix.com@evil.example", "https://user:netflix.com@evil.example/", "https://a:b@netflix.com:c@evil.example",
    "https://netflix.com@1.2.3.4/", "https://netflix.com@0x7f000001", "https://netflix.com@2130706433/login",
    "https://netflix.com@[::1]/", "https://netflix.com@localhost", "https://netflix.com@evil.example@evil.example",
    "https://netflix.com:443@evil.example", "https://netflix.com:443:@evil.example", "https://netflix.com@evil",
    "https://netflix.com%2Fevil.example", "https://netflix.com%5cevil.example", "https://netflix.com%3f.evil.example",
    "https://netflix.com%23.evil.example", "https://netflix.com%2e%65vil.jp", "https://netflix.com%E3%80%82evil.example",
    "https://netflix.com%ef%bc%8eevil.example", "https://%6e%65tfl%69x.com.evil.example", "https://n%D0%B5tflix.com",
    "https://netflix%2ecom%2eevil%2ejp", "https://netflix.com%", "https://netflix.com%2", "https://netflix%.com",
    "https://netf%ffix.com", "https://netflix.com%ff", "https://netflix.com%80.evil.example",
    "https://netflix.com%09.evil.example", "https://netflix.com%0a.evil.example", "https://netflix.com%20.evil.example",
    "https://evil.example%2F.netflix.com", "https://evil.example%23.netflix.com", "https://evil.example%00.netflix.com",
    "netflix.com%2eevil.example", "netflix.com%252eevil.example", "https://netflix.com.evil.example",
    "netflix.com。evil.example", "netflix。com。evil。jp", "netflix．com．evil．jp", "https://netflix.com｡evil.example/",
    "https://netflix。com.evil.example", "www.netflix.com.evil.example/jp/login", "netflix.com.evil.example.",
    "https://netflix.com․evil.example", "https://netflix.com‥evil.example", "https://netflix.com…evil.example",
    "https://netflix.com·evil.example", "https://netflix.com・evil.example", "https://netflix.com٫evil.example",
    "https://netflix.com۔evil.example", "https://netflix.com꓿evil.example", "https://netflix.comꓸevil.example",
    "https://netflix.com﹒evil.example", "https://netflix.com..evil.example", "https://netflix..com", "https://.netflix.com",
    "https://netflix.com. .evil.example", "https://netflix.com.\u{200b}.evil.example",
    "https://netflix.com\u{200b}.evil.example", "netflix.com／evil.example", "https://netflix.com／evil.example",
    "https://netflix.com⁄evil.example", "https://netflix.com∕evil.example", "https://netflix.com╱evil.example",
    "https://netflix.com⧸evil.example", "https://netflix.comノevil.example", "https://netflix.com〳evil.example",
    "https://netflix.com？evil.example", "https://netflix.com＃evil.example", "https://netflix.com＼evil.example",
    "https://netflix.com﹨evil.example", "https://netflix.com∖evil.example", "https://netflix.com：evil.example",
    "https://netflix.com։evil.example", "https://netflix.com∶evil.example", "https://netflix.com︓evil.example",
    "https://netflix.comʔevil.example", "https://netflix.comꓽevil.example", "nеtflix.com", "netfliх.com", "nеtflіх.com",
    "ոetflix.com", "netflıx.com", "netfļix.com", "netflix.ⅽom.evil.example", "ńetflix.com", "netflíx.com", "nett1ix.com",
    "netf|ix.com", "netfl!x.com", "netflix.c0m", "netfIix.com", "NETFLlX.COM", "NETFL1X.COM", "ｎｅｔｆｌ１ｘ.com", "ᴨetflix.com",
    "netfӏix.com", "netfliⅹ.evil.com", "𝗇𝖾𝗍𝖿𝗅𝗂𝗑.com.evil.example", "ɴᴇᴛꜰʟɪx.com", "nеtflix．com", "ηetflix.com", "пetflix.com",
    "netfliⲭ.com", "ⲛetflix.com", "nе\u{200b}tflix.com", "xn--netflx-9ya.com", "xn--etflix-2of.com", "xn--netflix.com",
    "xn--nflix-x.com", "https://xn--netflix-0d6h.com/", "https://xn--80ak6aa92e.com", "rnetflix.com", "netfl1x.com",
    "netfllx.com", "netfiix.com", "netf1lx.com", "nefilx.com", "ne-tflix.com", "net-flix.com", "netflix-com.jp", "netflix.om",
    "netflix.cmo", "netflix.corn", "netflix.comm", "netflix.co", "netflix.net", "netflix.jp", "netflix.co.jp", "netflix.xyz",
    "netflix.com.co", "netflix.com.jp", "netflix.com.cn", "netflix.cam", "netflix.community", "netflix.company", "netflix.icu",
    "netflix.top", "netflix.app", "netflix.dev", "neftlix.com", "netflxi.com", "etflix.com", "netflixx.com", "nnetflix.com",
    "netflix1.com", "netflix-jp.com", "jp-netflix.com", "netflix-support.com", "netflixsupport.com", "netflix-billing.info",
    "mynetflix.com", "netflixlogin.net", "login-netflix.com", "account.netflix.verify.com", "netflix.verify-account.com",
    "netflix.login.evil.example", "netflix.evil.com", "secure.netflix.com-login.jp", "netflix.com-jp.info",
    "netflix.comlogin.jp", "www-netflix.com", "wwwnetflix.com", "www.netflix-com.com", "https-netflix.com",
    "https.netflix.com.evil.example", "netflix.com.verify.account.update.xyz", "a.netflix.com.b.c",
    "netflix.com_login.evil.example", "\u{202e}netflix.com", "https://\u{202e}moc.xilften",
    "https://netflix.com\u{202e}.evil.example", "https://evil.example\u{202e}.netflix.com",
    "\u{2066}netflix.com\u{2069}.evil.example", "https://netflix.com\u{2069}.evil.example", "netflix.com\u{200f}.evil.example",
    "netflix.com\u{200c}.evil.example", "netflix\u{200d}.com.evil.example", "netflix.com\u{180e}.evil.example",
    "netflix.com\u{3164}.evil.example", "netflix.com\u{115f}.evil.example", "netflix.com\u{2800}.evil.example",
    "netflix.com\u{fe0f}.evil.example", "netflix.com\u{34f}.evil.example", "netflix.com\u{a0}.evil.example",
    "netflix.com\u{2003}.evil.example", "netflix.com\u{1680}.evil.example", "netflix.com\u{85}.evil.example",
    "netflix.com\u{b}.evil.example", "netflix.com\u{c}.evil.example", "netflix.com\u{0}.evil.example",
    "netflix.com\u{1b}.evil.example", "netflix.com\u{e000}.evil.example", "netflix.com�.evil.example",
    "netflix.com\u{e0020}.evil.example", "netflix.com😀.evil.example", "https://netflix.com:65536", "https://netflix.com:-1",
    "https://netflix.com:80a", "https://netflix.com:80:90", "https://netflix.com:８０", "netflix.com:evil.example",
    "netflix.com:80.evil.example", "https://netflix.com:80.evil.example", "https://netflix.com:80@evil.example",
    "https://netflix.com::80", "netflix.com:80evil.example", "http://1.2.3.4", "http://1.2.3.4/netflix.com",
    "http://0x01020304/", "http://16909060/netflix.com", "http://01.02.03.04", "http://0x1.0x2.0x3.0x4/", "http://1.2.772",
    "http://1.131844", "http://①.②.③.④/", "http://[::1]", "http://[::ffff:1.2.3.4]/netflix.com", "http://[fe80::1%25eth0]/",
    "http://[v1.fe80]/", "http://127.1", "http://0/", "http://256.256.256.256/", "http://1.2.3.4.5/",
    "http://1.2.3.4./netflix.com", "https://netflix.com.0x1", "https://netflix.com.123", "http://1。2。3。4/", "http://%31.2.3.4",
    "http://[netflix.com]", "http://[::1]netflix.com", "http://[::1].netflix.com", "http://[::1",
    "javascript:location=\"https://netflix.com\"", "javascript:https://netflix.com",
    "data:text/html;base64,PGh0bWw+netflix.com", "data:text/html,<script>location=\"https://netflix.com\"</script>",
    "blob:https://netflix.com/uuid", "view-source:netflix.com", "view-source:https://netflix.com",
    "filesystem:https://netflix.com/temporary/", "feed:https://netflix.com", "feed://netflix.com", "about:netflix.com",
    "chrome://netflix.com", "ms-word:ofe|u|https://netflix.com", "intent://netflix.com#Intent;scheme=https;end",
    "android-app://com.netflix.mediaclient", "ftp://netflix.com", "ftps://netflix.com", "sftp://netflix.com",
    "ws://netflix.com", "wss://netflix.com", "ssh://netflix.com", "file://netflix.com/share", "file:///netflix.com",
    "smb://netflix.com/x", "ldap://netflix.com", "market://details?id=netflix.com", "itms-apps://netflix.com",
    "line://netflix.com", "hxxp://netflix.com", "h**ps://netflix.com", "htps://netflix.com", "htttps://netflix.com",
    "ttps://netflix.com", "https;//netflix.com", "https//netflix.com", "http:s//netflix.com", "http:https://netflix.com",
    "https:https://netflix.com", "https://https://netflix.com", "https://http://netflix.com/", "https://https:netflix.com",
    "http://https//netflix.com", "httpsː//netflix.com", "https∶//netflix.com", "https：//netflix.com", "https:／／netflix.com",
    "https：／／netflix.com", "https︰//netflix.com", "ℎttps://netflix.com", "𝗁𝗍𝗍𝗉𝗌://netflix.com", "нttps://netflix.com",
    "htt\nps://netflix.com", "tel:netflix.com", "sms:netflix.com", "urn:netflix.com", "x:netflix.com", "x://netflix.com",
    "x-http://netflix.com", "https+x://netflix.com", "https.x://netflix.com", "https-x://netflix.com", "1https://netflix.com",
    "https://evil.example/?url=https://netflix.com", "https://www.google.com/url?q=https://netflix.com",
    "https://evil.example/netflix.com", "https://evil.example/https://netflix.com/", "https://evil.example#netflix.com",
    "https://evil.example\\netflix.com", "https://evil.example?netflix.com", "https://evil.example;netflix.com",
    "evil.example/netflix.com", "evil.example?netflix.com", "evil.example#netflix.com", "evil.example\\netflix.com",
    "https://t.co/netflix", "https://bit.ly/netflix", "https://lin.ee/abc", "https://tinyurl.com/netflix-com",
    "https://is.gd/x", "https://amp.evil.example/s/netflix.com", "https://netflix.page.link/x", "https://netflix.github.io",
    "https://netflix.pages.dev/", "https://netflix.vercel.app", "https://sites.google.com/view/netflix-com",
    "https://netflix.com.translate.goog/", "https://web.archive.org/web/2020/https://netflix.com/",
    "https://evil.example/@netflix.com", "https://evil.example/x@netflix.com", "https://evil.example?x@netflix.com",
    "https://evil.example#x@netflix.com", "https://evil.example\\@netflix.com", "https://evil.example/\\@netflix.com",
    "https://evil.example:443/@netflix.com", "https://evil.example:443\\@netflix.com", "https://evil.example/;@netflix.com",
    "evil.example/@netflix.com", "evil.example\\@netflix.com", "evil.example/x@netflix.com", "evil.example?x@netflix.com",
    "evil.example#@netflix.com", "//evil.example/@netflix.com", "「netflix.com.evil.example」", "「netflix.com」.evil.example",
    "(netflix.com).evil.example", "<netflix.com>.evil.example", "\"netflix.com\".evil.example", "\"netflix.com\"@evil.example",
    "(netflix.com)@evil.example", "[netflix.com]@evil.example", "netflix.com」@evil.example", "netflix.com,@evil.example",
    "netflix.com、evil.example", "netflix.com,evil.example", "netflix.com;evil.example", "netflix.com|evil.example",
    "netflix.com\"evil.example", "netflix.com&evil.example", "netflix.com+evil.example", "netflix.com=evil.example",
    "netflix.com~evil.example", "netflix.com*evil.example", "netflix.com^evil.example", "netflix.com$evil.example",
    "netflix.com!evil.example", "netflix.com(evil.example", "netflix.com)evil.example", "netflix.com[evil.example",
    "netflix.com]evil.example", "netflix.com{evil.example", "netflix.com}evil.example", "netflix.com<evil.example",
    "netflix.com>evil.example", "netflix.com`evil.example", "netflix.com'evil.example", "netflix.com−evil.example",
    "netflix.com‐evil.example", "netflix.com–evil.example", "netflix.com—evil.example", "netflix.comーevil.example",
    "netflix.com_evil.example", "netflix.com-evil.example", "netflix.comのevil.example", "公式netflix.com.evil.example",
    "公式はevil.examplenetflix.com", "evil-netflix.com", "evil.example-netflix.com", "evil.exampleのnetflix.com",
    "例え.netflix.com.evil.example", "evil.example netflix.com.evil.example", "info@netflix.com.evil.example",
    "info@evil.example", "info@netflix.com@evil.example", "\"info@netflix.com\" <x@evil.example>",
    "info@netflix.com <x@evil.example>", "\"Netflix info@netflix.com\" <x@evil.example>",
    "Netflix (info@netflix.com) <x@evil.example>", "netflix.com <x@evil.example>", "From: netflix.com <x@evil.example>",
    "From: \"netflix.com\" <x@evil.example>", "差出人：netflix.com ＜x@evil.example＞", "\"netflix.com\"<x@evil.example>",
    "info%netflix.com@evil.example", "info!netflix.com@evil.example", "info#netflix.com@evil.example",
    "\"info@netflix.com\"@evil.example", "info@netflix.com(@evil.example)", "info@(netflix.com)evil.example",
    "info(netflix.com)@evil.example", "@netflix.com:x@evil.example", "<@netflix.com:x@evil.example>", "info@netflix-com.jp",
    "info@netflix.co", "info@nеtflix.com", "info@xn--ntflix-3of.com", "netflix@gmail.com", "netflix.com@gmail.com",
    "info@netflix.jp", "mailto:netflix.com@evil.example", "mailto:x@evil.example?cc=info@netflix.com",
    "mailto:x@evil.example?to=netflix.com", "mailto:info@netflix.com,x@evil.example",
    "mailto:info@netflix.com?to=x@evil.example", "mailto:info@netflix.com?cc=x@evil.example",
    "mailto:info@netflix.com%2Cx@evil.example", "mailto:info%40netflix.com@evil.example", "mailto://netflix.com@evil.example",
    "info@netflix.com;x@evil.example", "info@netflix.com,x@evil.example", "info@netflix.com\u{200b}.evil.example",
    "info@netflix.com\n.evil.example", "info@netflix.com\n <x@evil.example>", "Netflix info@netflix.com\n<x@evil.example>",
    "=?utf-8?Q?netflix.com?= <x@evil.example>", "\"Netflix\" <netflix.com@evil.example>", "info@netflix.com（x@evil.example）",
    "info@netflix.com [x@evil.example]", "info@netflix.com「x@evil.example」", "info@netflix.com【x@evil.example】",
    "info@netflix.com｜x@evil.example", "info@netflix.com/x@evil.example", "info@netflix.com\\x@evil.example",
    "info@netflix.com:x@evil.example", "info@netflix.com<x@evil.example>", "info@netflix.com＜x@evil.example＞",
    "info@netflix.com«x@evil.example»", "info@netflix.com〈x@evil.example〉", "info@netflix.com 〈x@evil.example〉",
    "info@netflix.com {x@evil.example}", "netflix.com [mailto:x@evil.example]", "netflix.com (mailto:x@evil.example)",
    "info@netflix.com <mailto:x@evil.example>", "netflix.com ‹x@evil.example›", "netflix.com 《x@evil.example》",
    "netflix.com 【x@evil.example】", "netflix.com（x＠evil.example）", "netflix.com <x＠evil.example>", "netflix.com <x@evil。jp>",
    "netflix.com <\"x y\"@evil.example>", "netflix.com <x@1.2.3.4>", "netflix.com <x@[1.2.3.4]>", "netflix.com <x@localhost>",
    "netflix.com <x@例え.jp>", "[netflix.com](https://evil.example)", "[https://netflix.com](https://evil.example)",
    "[netflix.com](evil.example)", "[netflix.com]( https://evil.example )", "[netflix.com][1]\n[1]: https://evil.example",
    "<a href=https://evil.example>netflix.com</a>", "<a href=evil.example>https://netflix.com</a>",
    "<a href=\"//evil.example\">netflix.com</a>", "<a href='https://evil.example'>https://www.netflix.com/</a>",
    "<https://evil.example|https://netflix.com>", "netflix.com <https://evil.example>", "netflix.com<https://evil.example>",
    "https://netflix.com <https://evil.example/>", "https://netflix.com (https://evil.example)",
    "netflix.com（https://evil.example）", "netflix.com[https://evil.example]", "{netflix.com|https://evil.example}",
    "[[https://evil.example|netflix.com]]", "[https://evil.example netflix.com]", "\"netflix.com\":https://evil.example",
    "`netflix.com <https://evil.example>`_", "[url=https://evil.example]netflix.com[/url]", "netflix.com=>evil.example",
    "HYPERLINK \"https://evil.example\" \"netflix.com\"", "evil.example", "https://evil.example", "www.evil.example",
    "http://evil", "https://evil/", "http://localhost", "evil.xyz/a", "evil。jp", "ｅｖｉｌ．ｊｐ", "例え.jp", "https://例え.テスト",
    "пример.рф", "xn--e1afmkfd.xn--p1ai", "evil[.]jp", "evil(.)jp", "evil[dot]jp", "hxxps://evil[.]jp", "evil.example.",
    "evil.example:8080", "EVIL.JP", "「evil.example」", "（evil.example）", "evil.exampleです", "URLはevil.example",
    "https://evil.example/%", "https://a-.b-.jp", "https://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.jp",
    "https://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.jp",
    "https://netflix.comaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.jp", "evil.example→www.netflix.com",
    "https://evil.example→www.netflix.com/", "x@evil.example。www.netflix.com", "evil.example。help.netflix.com",
    "https://evil.example。www.netflix.com", "evil.exampleーwww.netflix.com", "evil.example・www.netflix.com",
    "x@evil.example%2enetflix.com", "evil.example※www.netflix.com", "evil.example｡netflix.com",
    "netflix.com@evil.example｡netflix.com", "evil.example▶www.netflix.com", "evil.example―www.netflix.com",
    "evil.example、www.netflix.com", "x@evil.example→info@netflix.com", "evil.example∥www.netflix.com",
    "evil.example−www.netflix.com", "例え.jp→www.netflix.com", "evil。jp→www.netflix.com",
    "netflix.com(x@evil.example@netflix.com", "netflix.com@evil.example@netflix.com/login", "#x@evil.example",
    "＃x@evil.example>netflix.com", "#evil.example", "netflix.com/x@evil.example…netflix.com", "netflix.com/x@例え.jp",
    "x@evil.example%info@netflix.com/x", "?evil.example", "本物？evil.example",
];

/// People see where it ends; a browser that is given all of it does not.
#[rustfmt::skip]
static DOUBTED: &[&str] = &[
    "netflix.com\u{200e}", "https://netflix.comです", "netflix.comです", "公式はnetflix.com", "https://netflix.com、です",
    "netflix.comにログイン", "サイトはhttps://netflix.comです。", "netflix.com,help.netflix.com", "URLはnetflix.comでした",
    "<a href=\"https://netflix.com\">", "[netflix.com]", "netflix.com(公式)", "netflix.com（公式）", "netflix.comって本物？",
    "netflix.comから", "netflix.comの", "netflix.com→ログイン", "netflix.com|help", "https://netflix.com｜公式",
    "mailto:info@netflix.com?subject=x", "差出人はinfo@netflix.comです", "info@netflix.comから", "info＠netflix.com", "ｉｎｆｏ＠ｎｅｔｆｌｉｘ．ｃｏｍ",
];

/// No address.
#[rustfmt::skip]
static SILENT: &[&str] = &[
    "解約したい", "e.g. x", "v1.2.3", "a.k.a. Netflix", "README.md", "foo.rs:10", "10:30", "3.14", "12.5%", "第1.2節", "U.S.A.",
    "No.1", "ファイル名.txt", "setup.exe", "report.pdf", "index.html", "image.jpeg", "C:\\Users\\x", "/usr/bin/x", "../x/y", "https",
    "http://", "www.", "www", ".com", "@", "@netflix", "#netflix", "Netflix", "ネットフリックス", "a@", "@a", "a@b", "¥1,490", "1/2",
    "and/or", "he/she", "TCP/IP", "x:y", "key: value", "12:34:56", "::1", "fe80::1", "192.168.0.1", "a..b", "...", "。。。",
    "終わり。次", "です。ます", "はい.いいえ", "Mr.Smith", "Dr. No", "Inc.", "Co.,Ltd.", "i.e.", "Hello.World", "end.Next", "end.next",
    "self.x", "window.location", "System.out.println", "obj.method", "node.js", "Vue.js", ".NET", "2026.11.30", "11.30",
    "10.0.0.1/24", "5.1ch", "1.5倍", "Ver.2", "第3.1版", "A.I.", "p.12", "S.H.I.E.L.D.", "w.w.w", "Netflix・解約", "Wi-Fi", "#9110",
    "〒100-0001", "「解約」", "(笑)", "[1]", "{x}",
];

/// The verdicts of all addresses in a text, and of nothing else.
fn verdicts(text: &str) -> Vec<String> {
    let guide = guide(&["0120-996-012"], &["netflix.com"]);
    check(&guide, text).iter().map(shown).collect()
}

fn is_listed(verdict: &str) -> bool {
    verdict.starts_with("listed")
}

fn all_listed(found: &[String]) -> bool {
    !found.is_empty() && found.iter().all(|verdict| is_listed(verdict))
}

fn none_listed(found: &[String]) -> bool {
    !found.is_empty() && !found.iter().any(|verdict| is_listed(verdict))
}

#[test]
fn verdicts_of_sentences() {
    let mut wrong = Vec::new();
    for (texts, is_right) in [
        (LISTED, all_listed as fn(&[String]) -> bool),
        (REFUSED, none_listed),
        (DOUBTED, none_listed),
        (SILENT, <[String]>::is_empty),
    ] {
        for text in texts {
            let found = verdicts(text);
            if !is_right(&found) {
                wrong.push(format!("{text:?}: {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn of_several_each_has_its_own_verdict() {
    for (text, expected) in [
        (
            "https://evil.example https://netflix.com",
            vec![false, true],
        ),
        ("netflix.com evil.example", vec![true, false]),
        ("evil.example netflix.com", vec![false, true]),
        (
            "https://netflix.com/ と https://netflix.com.evil.example/",
            vec![true, false],
        ),
        ("1) netflix.com\n2) netflix.co", vec![true, false]),
        ("netflix.com ではなく netflix-login.com", vec![true, false]),
        (
            "info@netflix.com から https://evil.example/ へ",
            vec![true, false],
        ),
        (
            "https://evil.example/\nhttps://netflix.com/",
            vec![false, true],
        ),
        (
            "https://netflix.com/\nhttps://evil.example/",
            vec![true, false],
        ),
    ] {
        let found: Vec<bool> = verdicts(text)
            .iter()
            .map(|verdict| is_listed(verdict))
            .collect();
        assert_eq!(found, expected, "{text:?}");
    }
}
