//! Numbers of orders and issues, and identifiers in code and in addresses.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::Marking;
use crate::text::phone::find::is_called;
use crate::text::phone::groups::BLOCK_END;

/// As many characters are looked at before a number.
const NEAR: usize = 32;
/// As many characters of a token are looked at on each side of digits.
const MAX_TOKEN: usize = 80;
/// What is dialled before a number to divert calls has no more digits: `*21*`, `*002*`.
const MAX_CALL_CODE: usize = 3;
/// No question has a longer number.
const MAX_ISSUE: usize = 6;

/// What stands before numbers that are no telephone numbers, in lower case.
#[rustfmt::skip]
static OTHER_NUMBERS: [&str; 350] = [
    "注文番号", "受付番号", "会員番号", "予約番号", "伝票番号", "追跡番号", "契約番号", "顧客番号", "お客様番号", "お客さま番号",
    "口座番号", "管理番号", "問い合わせ番号", "問合せ番号", "整理番号", "製造番号", "登録番号", "識別番号", "個人番号", "法人番号",
    "申請番号", "請求番号", "請求書番号", "領収書番号", "照会番号", "証券番号", "免許証番号", "保険者番号", "被保険者番号", "シリアル番号",
    "マイナンバー", "認証コード", "確認コード", "エラーコード", "コード", "型番", "品番", "シリアル", "id", "order", "order number",
    "order no", "tracking", "tracking number", "invoice", "invoice number", "reference", "ref", "ticket", "case", "issue",
    "account number", "member number", "serial number", "serial", "code", "build", "version", "ver", "revision",
    "sn", "s/n", "page", "pages", "pp", "p", "ページ", "普通", "当座", "口座", "支店",
    "arxiv", "doi", "pmid", "pmcid", "orcid", "isni", "imei", "iccid", "vin", "sku", "asin", "lot", "ssn", "social security number",
    "port", "ports", "ポート", "bestellnummer", "auftragsnummer", "rechnungsnummer", "kundennummer", "kontonummer", "seriennummer",
    "주문번호", "예약번호", "고객번호", "계좌번호", "송장번호", "订单号", "订单编号", "编号", "单号", "账号", "訂單編號", "訂單號碼",
    "kto", "oclc", "lccn", "siren", "siret", "cpf", "cnpj", "tin", "ein", "nif", "vat", "abn", "kb", "telec", "技適", "特許", "商標登録",
    "意匠登録", "許可", "届出", "사업자등록번호", "주민등록번호", "身份证号",
    "学籍番号", "学生番号", "社員番号", "受験番号", "診察券番号", "商品番号", "製品番号", "部品番号", "カタログ番号", "許可番号", "承認番号",
    "パスポート番号", "旅券番号", "保険証番号", "ロット", "ロット番号", "クーポン", "ゆうちょ", "振替", "puk", "pin", "otp", "routing",
    "routing number", "part number", "customer number", "confirmation number", "booking number", "passport number",
    "artikelnummer", "teilenummer", "steuernummer", "vertragsnummer", "sendungsnummer", "mitgliedsnummer", "versicherungsnummer",
    "bestätigungscode", "sicherheitscode", "art.-nr", "teile-nr", "bestell-nr", "kunden-nr", "rechnungs-nr", "auftrags-nr", "st.-nr",
    "réf", "인증번호", "회원번호", "접수번호", "验证码", "快递单号", "驗證碼",
    "numéro de commande", "número de pedido",
    "error", "errors", "エラー", "エラー番号", "警告", "アラーム", "アラート", "例外", "イベント", "fehler", "erreur", "fehlercode",
    "warning", "alarm", "alert", "fault", "exception", "event", "event id", "exit status", "status", "exit", "errno", "commit",
    "品目", "伝票", "図番", "오류", "送り状番号", "請求記号", "주문 번호", "订单编码", "운송장 번호",
    "航空券番号", "座席番号", "車台番号", "機器番号", "端末番号", "施設番号", "事業所番号", "納品書番号", "見積番号", "見積書番号", "発注番号",
    "出荷番号", "配送番号", "荷物番号", "チケット番号", "暗証番号", "図書番号", "資料番号", "文書番号", "事件番号", "案件番号", "管理コード",
    "金融機関番号", "支店番号", "家屋番号", "不動産番号", "基礎年金番号", "雇用保険番号", "納税者番号", "納付番号", "収納機関番号", "確認番号",
    "利用者番号", "ユーザー番号", "rev", "account", "account id", "etag", "nonce", "token", "hash",
    "mã đơn hàng", "mã đơn", "đơn hàng số", "mã vận đơn", "mã số thuế", "mã khách hàng", "หมายเลขคำสั่งซื้อ", "เลขที่คำสั่งซื้อ",
    "หมายเลขพัสดุ", "เลขบัญชี", "เลขประจำตัว", "pedido", "pedido nº", "pedido n.º", "pedido no", "número do pedido",
    "nº do pedido", "nº de pedido", "factura", "número de factura", "nota fiscal", "protocolo", "n° de commande", "commande n°",
    "commande", "n° client", "numéro client", "facture n°", "numero ordine", "ordine", "codice", "código", "заказ",
    "номер заказа", "заказ №", "رقم الطلب", "رقم الحساب", "رقم التتبع", "문의번호", "신청번호", "发票号", "发票号码", "流水号", "工单号", "工號", "統一編號",
    "統編", "案號", "dfars", "dfar", "far", "cfr", "第", "iso", "iec", "iso/iec", "ieee", "ansi", "din", "din en", "rfc", "gb/t", "jis x", "jis z", "jis c", "jis q", "jis s",
    "jis b", "jis a", "ks x", "teilenr", "kundennr", "bestellnr", "rechnungsnr", "artikelnr", "auftragsnr", "seriennr", "vertragsnr", "steuernr",
    "kontonr", "pzn", "cusip", "運転免許証", "免許証", "雑誌", "雑誌コード", "bsb", "acc", "acct", "sort code", "b-cas", "レジ", "レシート",
];

/// "Number" for short.
const NUMBERED: [&str; 3] = ["no", "nr", "num"];

/// Words with which others end that name no number: サポート, パイロット, ホームページ.
const ENDS_OTHERS: [&str; 3] = ["ポート", "ロット", "ページ"];

/// What stands before the parts of a colour.
const COLOURS: [&str; 4] = ["rgb", "rgba", "hsl", "hsla"];

/// What stands before a telephone number, in lower case: it makes no identifier of it.
#[rustfmt::skip]
static PHONE_WORDS: [&str; 36] = [
    "tel", "telephone", "phone", "call", "fax", "mobile", "cell", "dial", "free", "toll", "ph", "sms", "number", "whatsapp", "hotline",
    "contact", "support", "line", "helpline", "office", "home", "work", "emergency", "care", "our", "my", "your", "telefon", "mobil",
    "handy", "tél", "téléphone", "teléfono", "telefono", "rufnummer", "ruf",
];

impl Marking<'_> {
    /// The letters and digits of ASCII that a group stands among.
    pub(super) fn word(&self, at: usize) -> Range<usize> {
        let group = &self.digits.groups[at].range;
        let is_word = |c: char| c.is_ascii_alphanumeric();
        back(self.text, group.start, is_word)..group.end + ahead(self.text, group.end, is_word)
    }

    /// How many groups from this one on stand within a part of the text.
    pub(super) fn within(&self, at: usize, part: Range<usize>) -> usize {
        let more = self.digits.groups[at..]
            .iter()
            .take_while(|group| group.range.start >= part.start && group.range.end <= part.end);
        more.count().max(1)
    }

    /// `row_0012_345_678`: a name in code.
    pub(super) fn snake(&self, at: usize) -> Option<usize> {
        let before = self.before(at);
        let named = if let Some(name) = before.strip_suffix('_') {
            name.ends_with(|c: char| c.is_ascii_alphabetic()) && !is_phone_word(name)
        } else {
            // `gca94c05912_0_1521`: it begins with a hash.
            let own = &self.text[self.word(at).start..before.len()];
            self.gap(at + 1) == "_"
                && own.ends_with(|c: char| c.is_ascii_alphabetic())
                && own.contains(|c: char| c.is_ascii_digit())
        };
        if !(named && self.begins(at)) {
            return None;
        }
        let joined = |&at: &usize| self.gap(at) == "_";
        let more = self.after(at).take_while(joined).count();
        self.ends(at + more).then_some(more + 1)
    }

    /// `(#2098)`: a change or a question, by its number.
    pub(super) fn issue(&self, at: usize) -> Option<usize> {
        let enclosed = self.gap(at).ends_with("(#") && self.behind(at).starts_with(')');
        (enclosed && self.len(at) <= MAX_ISSUE).then_some(1)
    }

    /// `#31#`, `*21*`: what is dialled before a number to hide who calls, or to divert calls.
    pub(super) fn call_code(&self, at: usize) -> Option<usize> {
        let sign = |text: &str| matches!(text, "#" | "*" | "＃" | "＊");
        let begins = self.before(at).ends_with(['#', '*', '＃', '＊']);
        let number = self.digits(at + 1).starts_with('0');
        let short = self.len(at) <= MAX_CALL_CODE;
        (short && begins && sign(self.gap(at + 1)) && number).then_some(1)
    }

    /// `\\012\\013`: characters by three octal digits.
    pub(super) fn escape(&self, at: usize) -> Option<usize> {
        let octal = self.digits(at).bytes().all(|digit| digit < b'8');
        // A sign between digits is none before a character.
        let within = at > 0 && self.gap(at) == "\\" && !self.is_marked(at - 1);
        let escaped = self.before(at).ends_with('\\') && !within;
        (escaped && self.len(at) == 3 && octal).then_some(1)
    }

    /// `U+0030-0039`: the places of characters in Unicode.
    pub(super) fn code_point(&self, at: usize) -> Option<usize> {
        let sign = self.before(at).ends_with(['+', '＋']) && self.digits.groups[at].plus;
        let named = || {
            self.before(at)
                .trim_end_matches(['+', '＋'])
                .ends_with(['U', 'u', 'Ｕ'])
        };
        let is_place = |at: usize| (4..=6).contains(&self.len(at));
        if !(sign && is_place(at) && named()) {
            return None;
        }
        let range = matches!(self.gap(at + 1), "-" | "–" | "〜" | "～") && is_place(at + 1);
        Some(1 + usize::from(range))
    }

    /// `rgb(0 120 99)`, `#94dd5d`: a colour.
    pub(super) fn colour(&self, at: usize) -> Option<usize> {
        let word = self.word(at);
        let core = &self.text[word.clone()];
        let hex = matches!(core.len(), 3 | 6 | 8) && core.bytes().all(|c| c.is_ascii_hexdigit());
        let letters = core.contains(|c: char| c.is_ascii_alphabetic());
        if hex && letters && self.text[..word.start].ends_with('#') {
            return Some(self.within(at, word));
        }
        let before = self.before(at).strip_suffix('(')?;
        let named = COLOURS.iter().any(|name| ends_with_word(before, name));
        let inner = self.after(at).take(3);
        let more = inner.take_while(|&at| !self.gap(at).contains(')'));
        named.then(|| 1 + more.count())
    }

    /// Whether a word before a group says that it is another kind of number.
    fn is_named_otherwise(&self, at: usize) -> bool {
        /// By their last characters: there are many words, and many numbers.
        static BY_END: LazyLock<HashMap<char, Vec<&str>>> = LazyLock::new(|| {
            let mut by_end: HashMap<char, Vec<&str>> = HashMap::new();
            for word in OTHER_NUMBERS {
                by_end
                    .entry(word.chars().next_back().unwrap_or_default())
                    .or_default()
                    .push(word);
            }
            by_end
        });
        if !has_word(self.before(at)) {
            return false;
        }
        let before = near(self.before(at));
        let last = before.chars().next_back();
        let words = last.and_then(|last| BY_END.get(&last));
        words.is_some_and(|words| words.iter().any(|word| ends_with_word(&before, word)))
            || is_named_number(&before)
    }

    /// `2026-02-01-0312345678.log`: the name of a file ends with the group.
    fn is_file(&self, at: usize) -> bool {
        let behind = &self.text[self.digits.groups[at].range.end..];
        let length = ahead(behind, 0, |c| c.is_ascii_digit() || c == '_' || c == '-');
        let ending = behind[length..].strip_prefix('.').map(|rest| {
            let length = ahead(rest, 0, |c| c.is_ascii_alphanumeric());
            rest[..length].to_ascii_lowercase()
        });
        ending.is_some_and(|ending| FILES.contains(&ending.as_str()))
    }

    /// Whether a group stands behind a word, a letter or a sign that makes it another kind of number.
    pub(super) fn is_identifier(&self, at: usize) -> bool {
        let before = self.before(at);
        if before.trim_end().ends_with('№') || before.ends_with('第') {
            return true;
        }
        if !self.digits.groups[at].plus
            && before.ends_with(['#', '＃', '№', '_', '=', '@', '&', '%', '~'])
        {
            let rest = before.trim_end_matches(|c: char| !c.is_alphanumeric());
            // `~~0312345678~~`: what is set off by these signs.
            let set_off = before.ends_with(['_', '~'])
                && !before
                    .trim_end_matches(['_', '~'])
                    .ends_with(char::is_alphanumeric);
            return !(set_off || is_phone_word(rest) || is_called(rest) || is_call_code(rest));
        }
        let numbered = [". ", "．", "."]
            .iter()
            .find_map(|sign| before.strip_suffix(sign));
        let numbered = numbered.and_then(|rest| {
            NUMBERED.iter().find_map(|word| {
                let start = rest.len().checked_sub(word.len())?;
                let ends = rest.get(start..)?.eq_ignore_ascii_case(word);
                ends.then(|| &rest[..start])
            })
        });
        if numbered.is_some_and(|rest| {
            !rest.ends_with(char::is_alphanumeric)
                && !is_phone_word(rest.trim_end_matches(|c: char| !c.is_alphanumeric()))
        }) {
            return true;
        }
        let assigned = before.trim_end().strip_suffix('=').map(str::trim_end);
        if assigned.is_some_and(|name| {
            name.ends_with(|c: char| c.is_ascii_alphanumeric()) && !is_phone_word(name)
        }) {
            return true;
        }
        if is_base(before) || self.is_value(at) || self.begins_word(at) || self.is_long_decimal(at)
        {
            return true;
        }
        let token = |c: char| c.is_ascii_alphanumeric() || "-_./:#@%&=+?~\\".contains(c);
        let start = back(self.text, before.len(), token);
        let token = &before[start..];
        let address = token.contains("://")
            || token.starts_with("arn:")
            || self.is_file(at)
            || token.contains(['/', '\\']) && token.contains(|c: char| c.is_ascii_alphabetic());
        let glued = token
            .trim_end_matches(['-', '/', '.'])
            .ends_with(|c: char| c.is_ascii_alphabetic());
        let behind_letters = glued && !is_phone_word(token.trim_end_matches(['-', '/', '.']));
        let first = token
            .find(|c: char| c.is_ascii_digit())
            .map_or(token, |digit| &token[..digit]);
        let in_token = first.ends_with(['-', '_', '/'])
            && first.starts_with(|c: char| c.is_ascii_alphabetic())
            && !is_phone_word(first.trim_end_matches(['-', '_', '/']));
        let tel = token.to_ascii_lowercase().contains("tel:");
        !tel && (address || behind_letters || in_token) || self.is_named_otherwise(at)
    }
}

/// The endings of names of files, in lower case.
#[rustfmt::skip]
static FILES: [&str; 40] = [
    "log", "txt", "jpg", "jpeg", "png", "gif", "webp", "svg", "pdf", "gz", "zip", "tar", "bz2", "xz", "zst", "csv", "tsv", "json", "html", "htm",
    "js", "css", "mp3", "mp4", "wav", "xml", "yaml", "yml", "md", "xlsx", "xls", "docx", "doc", "bak", "sql", "db", "py", "rs", "deb", "rpm",
];

/// Whether a text ends with 番号 behind kanji that name another kind than that of a telephone: 証明書番号.
fn is_named_number(before: &str) -> bool {
    let name = before.strip_suffix("番号");
    name.is_some_and(|name| {
        name.ends_with(|c: char| matches!(c, '一'..='鿿' | 'ァ'..='ヺ' | 'ー'))
            && !CALLED.iter().any(|word| name.ends_with(word))
    })
}

/// What stands before 番号 where a telephone's is meant.
#[rustfmt::skip]
const CALLED: [&str; 24] = [
    "電話", "携帯", "公式", "連絡先", "新", "旧", "直通", "代表", "内線", "受信", "発信", "着信", "通話", "先方", "相手", "偽", "本物", "正規", "専用",
    "窓口", "サポート", "フリーダイヤル", "ダイヤル", "ファックス",
];

/// Whether a text ends with a word that stands before telephone numbers.
fn is_phone_word(text: &str) -> bool {
    let letters = text.chars().rev().take(MAX_TOKEN);
    let letters = letters.take_while(|&c| c.is_alphabetic() && c < '\u{2E80}');
    let start = text.len() - letters.map(char::len_utf8).sum::<usize>();
    let word = text[start..].to_lowercase();
    PHONE_WORDS.contains(&word.as_str())
}

/// Whether a text ends with what is dialled to show one's own number, not to show it or to divert calls, but for the sign behind
/// that: `#31`, `*21`.
fn is_call_code(text: &str) -> bool {
    let rest = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let length = text.len() - rest.len();
    (1..=MAX_CALL_CODE).contains(&length) && rest.ends_with(['#', '*', '＃', '＊'])
}

/// Whether a text ends with the sign of another base: `0b0101`, `0b[0101`.
fn is_base(before: &str) -> bool {
    let base = before
        .trim_end_matches('[')
        .strip_suffix(['b', 'o', 'B', 'O'])
        .and_then(|rest| rest.strip_suffix('0'));
    base.is_some_and(|rest| !rest.ends_with(|c: char| c.is_ascii_alphanumeric()))
}

/// From where on everything before `end` is of one kind of ASCII, within reason.
pub(super) fn back(text: &str, end: usize, is: impl Fn(char) -> bool) -> usize {
    let before = text.as_bytes()[..end].iter().rev().take(MAX_TOKEN);
    end - before
        .take_while(|&&byte| byte.is_ascii() && is(char::from(byte)))
        .count()
}

/// How many bytes from `start` on are of one kind of ASCII, within reason.
pub(super) fn ahead(text: &str, start: usize, is: impl Fn(char) -> bool) -> usize {
    let behind = text.as_bytes()[start..].iter().take(MAX_TOKEN);
    behind
        .take_while(|&&byte| byte.is_ascii() && is(char::from(byte)))
        .count()
}

/// The last words of a text, in lower case, without the signs at their end.
pub(super) fn near(text: &str) -> String {
    let mut near: Vec<char> = text
        .chars()
        .rev()
        .take(NEAR)
        .take_while(|&c| c != BLOCK_END)
        .collect();
    near.reverse();
    let near = near.into_iter().collect::<String>().to_lowercase();
    near.trim_end_matches(is_sign).to_owned()
}

/// What stands between a word and the number that it names.
fn is_sign(c: char) -> bool {
    c.is_whitespace() || ":：.#＃はが=＝-–\"'「（(".contains(c)
}

/// Whether a text ends with a word at all.
pub(super) fn has_word(text: &str) -> bool {
    let last = text.chars().rev().take(NEAR).find(|&c| !is_sign(c));
    last.is_some_and(|c| c.is_alphabetic() || matches!(c, '〒' | '°' | 'º'))
}

/// Whether a text ends with a word, and not within another one.
pub(super) fn ends_with_word(text: &str, word: &str) -> bool {
    let rest = text.strip_suffix(word);
    let goes_on = |c: char| {
        if word.is_ascii() {
            c.is_ascii_alphanumeric()
        } else {
            matches!(c, 'ァ'..='ヺ' | 'ー') && ENDS_OTHERS.contains(&word)
        }
    };
    rest.is_some_and(|rest| !rest.ends_with(goes_on))
}
