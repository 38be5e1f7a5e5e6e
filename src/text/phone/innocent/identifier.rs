//! Numbers of orders and issues, identifiers in code and in addresses.

use super::Marking;
use crate::text::phone::groups::BLOCK_END;

/// As many characters are looked at before a number.
const NEAR: usize = 32;
/// So many signs an IBAN has.
const MIN_IBAN: usize = 15;
const MAX_IBAN: usize = 34;
/// As many characters of a token are looked at on each side of digits.
const MAX_TOKEN: usize = 80;

/// What stands before numbers that are no telephone numbers, in lower case.
#[rustfmt::skip]
static OTHER_NUMBERS: [&str; 211] = [
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
    "品目", "伝票", "図番", "오류",
];

/// What stands before the parts of a colour.
const COLOURS: [&str; 4] = ["rgb", "rgba", "hsl", "hsla"];

/// What stands before a telephone number, in lower case: it makes no identifier of it.
#[rustfmt::skip]
static PHONE_WORDS: [&str; 18] = [
    "tel", "telephone", "phone", "call", "fax", "mobile", "cell", "dial", "free", "toll", "ph", "sms", "number", "whatsapp", "hotline",
    "contact", "support", "line",
];

impl Marking<'_> {
    /// `550e8400-e29b-41d4-a716-446655440000`, `d41d8cd98f00b204e9800998ecf8427e`, `2001:db8::1`, `DE89 3704 0044`: digits
    /// among other letters.
    pub(super) fn code(&self, at: usize) -> Option<usize> {
        let group = &self.digits.groups[at];
        // A token was looked at when its first digits were.
        let inner = |c: char| c.is_ascii_hexdigit() || c == '-' || c == ':';
        if at > 0 && self.gap(at) != ":" && self.gap(at).chars().all(inner) {
            return None;
        }
        let word = |c: char| c.is_ascii_alphanumeric();
        let start = back(self.text, group.range.start, word);
        let end = group.range.end + ahead(self.text, group.range.end, word);
        let within = |start: usize, end: usize| {
            let more = self.digits.groups[at..]
                .iter()
                .take_while(|group| group.range.start >= start && group.range.end <= end);
            more.count().max(1)
        };
        let core = &self.text[start..end];
        let letters = core.bytes().filter(u8::is_ascii_alphabetic).count();
        let hex = core.bytes().all(|c| c.is_ascii_hexdigit()) && core.len() >= 8 && letters >= 2;
        let (from, to) = (
            back(self.text, start, inner),
            end + ahead(self.text, end, inner),
        );
        let token = &self.text[from..to];
        if is_uuid(token) || is_hex_with_colons(token) {
            return Some(within(from, to));
        }
        hex.then(|| within(start, end)).or_else(|| self.iban(at))
    }

    /// `DE89 3704 0044 0532 0130 00`, `NL91 ABNA 0417 1643 00`: a country, and what has the right sum (ISO 13616).
    fn iban(&self, at: usize) -> Option<usize> {
        let before = self.before(at).as_bytes();
        let [rest @ .., a, b] = before else {
            return None;
        };
        let country = a.is_ascii_uppercase() && b.is_ascii_uppercase();
        if !country || rest.last().is_some_and(u8::is_ascii_alphanumeric) {
            return None;
        }
        let start = rest.len();
        let text = self.text[start..].char_indices();
        let mut signs: Vec<u8> = Vec::with_capacity(MAX_IBAN);
        let mut end = None;
        for (place, c) in text {
            match u8::try_from(c) {
                Ok(b' ') => {}
                Ok(sign) if c.is_ascii_uppercase() || c.is_ascii_digit() => {
                    signs.push(sign);
                    let next = self.text[start + place + 1..].chars().next();
                    let whole = next.is_none_or(|next| !next.is_ascii_alphanumeric());
                    if signs.len() >= MIN_IBAN && whole && has_iban_sum(&signs) {
                        end = Some(start + place + 1);
                    }
                }
                _ => break,
            }
            if signs.len() == MAX_IBAN {
                break;
            }
        }
        let end = end?;
        let groups = self.digits.groups[at..].iter();
        Some(
            groups
                .take_while(|group| group.range.end <= end)
                .count()
                .max(1),
        )
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

    /// `rgb(0 120 99)`: a colour.
    pub(super) fn colour(&self, at: usize) -> Option<usize> {
        let before = self.before(at).strip_suffix('(')?;
        let named = COLOURS.iter().any(|name| ends_with_word(before, name));
        let inner = self.digits.groups[at + 1..].iter().take(3);
        let more = inner.take_while(|group| {
            !self.text[self.digits.groups[at].range.end..group.range.start].contains(')')
        });
        named.then(|| 1 + more.count())
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
            return !is_phone_word(rest);
        }
        let assigned = before.trim_end().strip_suffix('=').map(str::trim_end);
        if assigned.is_some_and(|name| {
            name.ends_with(|c: char| c.is_ascii_alphanumeric()) && !is_phone_word(name)
        }) {
            return true;
        }
        let token = |c: char| c.is_ascii_alphanumeric() || "-_./:#@%&=+?~".contains(c);
        let start = back(self.text, before.len(), token);
        let token = &before[start..];
        let address = token.contains("://")
            || token.contains('/') && token.contains(|c: char| c.is_ascii_alphabetic());
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
        !tel && (address || behind_letters || in_token) || self.named(at, &OTHER_NUMBERS)
    }
}

/// The sum of ISO 7064 over the signs of an IBAN, of which the first four come last and letters count from ten on.
fn has_iban_sum(signs: &[u8]) -> bool {
    let (first, rest) = signs.split_at(4);
    let rest = rest
        .iter()
        .chain(first)
        .fold(0_u32, |rest, &sign| match sign {
            b'0'..=b'9' => (rest * 10 + u32::from(sign - b'0')) % 97,
            _ => (rest * 100 + u32::from(sign - b'A') + 10) % 97,
        });
    rest == 1
}

/// Whether a text ends with a word that stands before telephone numbers.
fn is_phone_word(text: &str) -> bool {
    let start = back(text, text.len(), |c| c.is_ascii_alphabetic());
    let word = text[start..].to_ascii_lowercase();
    PHONE_WORDS.contains(&word.as_str())
}

/// Eight, four, four, four and twelve hexadecimal digits.
fn is_uuid(token: &str) -> bool {
    let mut lengths = token.split('-').map(str::len);
    token.len() == 36
        && [8, 4, 4, 4, 12]
            .into_iter()
            .all(|length| lengths.next() == Some(length))
}

/// Six pairs or up to eight groups of up to four hexadecimal digits, letters among them.
fn is_hex_with_colons(token: &str) -> bool {
    let parts = || token.split(':');
    let short = parts().all(|part| part.len() <= 4 && !part.contains('-'));
    let pairs = token.len() == 17 && token.split([':', '-']).all(|part| part.len() == 2);
    let letters = token.contains(|c: char| c.is_ascii_alphabetic());
    pairs || short && parts().count() >= 4 && (letters || token.contains("::"))
}

/// From where on everything before `end` is of one kind, within reason.
fn back(text: &str, end: usize, is: impl Fn(char) -> bool) -> usize {
    let taken = text[..end]
        .chars()
        .rev()
        .take(MAX_TOKEN)
        .take_while(|&c| is(c));
    end - taken.map(char::len_utf8).sum::<usize>()
}

/// How many bytes from `start` on are of one kind, within reason.
fn ahead(text: &str, start: usize, is: impl Fn(char) -> bool) -> usize {
    text[start..]
        .chars()
        .take(MAX_TOKEN)
        .take_while(|&c| is(c))
        .map(char::len_utf8)
        .sum()
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
    c.is_whitespace() || ":：.#＃はが=＝-\"'「（(".contains(c)
}

/// Whether a text ends with a word at all.
pub(super) fn has_word(text: &str) -> bool {
    let last = text.chars().rev().take(NEAR).find(|&c| !is_sign(c));
    last.is_some_and(|c| c.is_alphabetic() || c == '〒')
}

/// Whether a text ends with a word, and not within another one.
pub(super) fn ends_with_word(text: &str, word: &str) -> bool {
    let rest = text.strip_suffix(word);
    rest.is_some_and(|rest| {
        !word.is_ascii() || !rest.ends_with(|c: char| c.is_ascii_alphanumeric())
    })
}
