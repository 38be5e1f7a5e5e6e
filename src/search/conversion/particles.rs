//! Particles, copulas and light verbs, which every sentence has.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::text::reading::letters;

static KANA: LazyLock<HashSet<&str>> = LazyLock::new(|| WORDS.split_whitespace().collect());

static LETTERS: LazyLock<HashSet<String>> =
    LazyLock::new(|| WORDS.split_whitespace().map(letters).collect());

/// Whether hiragana are one of them. Letters leave out long vowels: the ど of がーど would be どう.
pub fn is_small(kana: &str) -> bool {
    KANA.contains(kana)
}

/// The same of what was typed in romaji, in canonical letters.
pub fn is_small_in_letters(letters: &str) -> bool {
    LETTERS.contains(letters)
}

const WORDS: &str = "が は を に へ と で も の や か から まで より など だけ ので のに けど けれど けれども ですが ですか です \
     でしょうか でしょう ます ました ません ませんか ましょうか した して する すると しない しました される された されて されない させる させたい しています している してる \
     していない したい したく したら すれば できる できない できません できますか できた できて ほしい ほしいです ください \
     くださいませ たい たいです たいのですが ない なくて ないです なった なって なる なります なり いる いて いない います いません ある あり \
     あります ありますか ありません あって という って とは には では への での との からの までの んです んですが のですが こと もの とき \
     ところ ため よう ように ような あと まえに どう どうすれば どうしたら どうやって いい いいですか よい いつ だれ なに なん なんの どの どれ どこ この その あの \
     これ それ あれ ここ そこ ね よ わ さ な だ だった けども また もう まだ とても すごく ちゃんと について にて として おねがい おねがいします \
     おしえて おしえてください しまった しまいました しまって ちゃった ちゃいました てしまった さい わたし ぼく おれ うち いま \
     じゃない じゃなくて じゃなかった ちゃう なんで どうして どうしよう へん へんかった ひん やけど やろ やろか やねん ねん ねんけど やん やから やで \
     どない どないしたら どげん ええ ええん ええの なんぼ あかん なあかん しもた しもうた すりゃ じゃけど じゃろ っちゃけど んばい";
