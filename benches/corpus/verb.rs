//! Japanese verbs and their forms.

/// How a verb inflects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    /// 書く: the last sound moves through a row, given by its dictionary form.
    Five(char),
    /// 見る.
    One,
    /// 確認する.
    Suru,
}

/// What an ending needs before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// 書く
    Dictionary,
    /// 書き(ます)
    Polite,
    /// 書いて
    Te,
    /// 書いた
    Ta,
    /// 書か(ない)
    Negative,
    /// 書けば
    Condition,
    /// 書け(る)
    Potential,
    /// 書かれ(る)
    Passive,
}

/// A verb without its ending.
#[derive(Debug, Clone)]
pub struct Verb {
    stem: String,
    class: Class,
}

impl Verb {
    /// From a dictionary form such as 書く.
    pub fn five(word: &str) -> Self {
        let mut stem = word.to_owned();
        let last = stem.pop().unwrap_or('る');
        Self {
            stem,
            class: Class::Five(last),
        }
    }

    /// From a dictionary form such as 見る; できる too.
    pub fn one(word: &str) -> Self {
        Self {
            stem: word.strip_suffix('る').unwrap_or(word).to_owned(),
            class: Class::One,
        }
    }

    /// From a noun such as 確認.
    pub fn suru(noun: &str) -> Self {
        Self {
            stem: noun.to_owned(),
            class: Class::Suru,
        }
    }

    /// Appends one of its forms to a text.
    pub fn write(&self, form: Form, to: &mut String) {
        to.push_str(&self.stem);
        match self.class {
            Class::Five(last) => write_five(last, form, to),
            Class::One => to.push_str(match form {
                Form::Dictionary => "る",
                Form::Polite | Form::Negative => "",
                Form::Te => "て",
                Form::Ta => "た",
                Form::Condition => "れば",
                Form::Potential | Form::Passive => "られ",
            }),
            Class::Suru => to.push_str(match form {
                Form::Dictionary => "する",
                Form::Polite | Form::Negative => "し",
                Form::Te => "して",
                Form::Ta => "した",
                Form::Condition => "すれば",
                Form::Potential => "でき",
                Form::Passive => "され",
            }),
        }
    }
}

fn write_five(last: char, form: Form, to: &mut String) {
    let row = row(last);
    let (sound, rest) = match form {
        Form::Dictionary => (row[2], ""),
        Form::Polite => (row[1], ""),
        Form::Negative => (row[0], ""),
        Form::Condition => (row[3], "ば"),
        Form::Potential => (row[3], ""),
        Form::Passive => (row[0], "れ"),
        Form::Te | Form::Ta => return to.push_str(joined(last, form)),
    };
    to.push(sound);
    to.push_str(rest);
}

/// The row of sounds that a last sound moves through: a, i, u, e.
const fn row(last: char) -> [char; 4] {
    match last {
        'う' => ['わ', 'い', 'う', 'え'],
        'く' => ['か', 'き', 'く', 'け'],
        'ぐ' => ['が', 'ぎ', 'ぐ', 'げ'],
        'す' => ['さ', 'し', 'す', 'せ'],
        'つ' => ['た', 'ち', 'つ', 'て'],
        'ぬ' => ['な', 'に', 'ぬ', 'ね'],
        'ぶ' => ['ば', 'び', 'ぶ', 'べ'],
        'む' => ['ま', 'み', 'む', 'め'],
        _ => ['ら', 'り', 'る', 'れ'],
    }
}

/// The last sound fused with て or た.
fn joined(last: char, form: Form) -> &'static str {
    let (te, ta) = match last {
        'く' => ("いて", "いた"),
        'ぐ' => ("いで", "いだ"),
        'す' => ("して", "した"),
        'ぬ' | 'ぶ' | 'む' => ("んで", "んだ"),
        _ => ("って", "った"),
    };
    if form == Form::Te { te } else { ta }
}
