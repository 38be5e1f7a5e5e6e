//! A small good guide in a folder of its own, to break in one place.

use std::fs;
use std::path::PathBuf;

use madoguchi::guide::{Guide, Problem, Severity, Source, load};
use tempfile::TempDir;

pub const FILES: [&str; 7] = [
    "guide.yaml",
    "desks.yaml",
    "glossary.yaml",
    "ja/about.md",
    "ja/phone.md",
    "en/about.md",
    "en/phone.md",
];

const GUIDE: &str = r#"schema: 1
id: small
title: { ja: 小さなガイド, en: Small guide }
languages: [ja, en]
timezone: Asia/Tokyo
as_of: 2026-11-01
official_numbers: ["0120-996-012"]
articles:
  - about
  - phone
"#;

const DESKS: &str = r#"desks:
  - id: phone
    name: { ja: 電話, en: Phone }
    section: phone#overview
    contacts:
      - { kind: phone, value: "0120-996-012" }
      - { kind: web, value: { ja: 公式サイト, en: "https://example.com/help" } }
    hours: { ja: "Mo-Su 09:00-21:00", en: "24/7" }
    note: { ja: 日本語です, en: In Japanese }
  - id: email
    name: { ja: メール, en: Email }
    section: about
    availability: not-offered
"#;

const GLOSSARY: &str = "terms:
  - term: 解約
    reading: かいやく
    synonyms: [退会]
    english: [cancel]
  - term: 電話
";

const JA_ABOUT: &str = "---
title: はじめに
summary: このガイドについて
---
## 目的 {#purpose}

[電話](phone#app)のかけ方を説明します。
";

const EN_ABOUT: &str = "---
title: About
summary: About this guide
---
## Purpose {#purpose}

How to [call](phone#app).
";

const JA_PHONE: &str = "---
title: 電話
summary: かけ方
sections:
  overview:
    questions: [何番ですか]
    keywords: [番号]
  app:
    questions:
      - アプリからかけるには
---
## 電話について {#overview}

番号は0120-996-012です。
受付は9:00–21:00です。

## アプリ {#app}

1. 「ヘルプ」を押します。
2. **[戻る](phone#overview)**
";

const EN_PHONE: &str = "---
title: Phone
---
## The number {#overview}

Call 0120-996-012, 9:00–21:00.

## The app {#app}

Press 「ヘルプ」 (Help).
";

pub struct Small {
    folder: TempDir,
}

impl Small {
    pub fn new() -> Self {
        let small = Self {
            folder: TempDir::new().expect("a temporary folder"),
        };
        let texts = [
            GUIDE, DESKS, GLOSSARY, JA_ABOUT, JA_PHONE, EN_ABOUT, EN_PHONE,
        ];
        for (file, text) in FILES.into_iter().zip(texts) {
            small.write(file, text);
        }
        small
    }

    pub fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join(file)
    }

    pub fn write(&self, file: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(file);
        let folder = path.parent().expect("files stand in the guide");
        fs::create_dir_all(folder).expect("the folder can be written");
        fs::write(path, bytes).expect("the folder can be written");
    }

    pub fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).expect("the file was written")
    }

    pub fn remove(&self, file: &str) {
        fs::remove_file(self.path(file)).expect("the file was written");
    }

    /// Replaces the first `from`, which must be there.
    pub fn edit(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert!(text.contains(from), "{file} has no {from:?}");
        self.write(file, text.replacen(from, to, 1));
    }

    pub fn load(&self) -> (Option<Guide>, Vec<Problem>) {
        load(&Source::Folder(self.folder.path().to_owned()))
    }

    pub fn load_well(&self) -> Guide {
        let (guide, problems) = self.load();
        assert_eq!(problems, []);
        guide.expect("a guide without problems is given")
    }

    /// Asserts that there are these problems and no other, as `error: file:line` and a piece of what is said.
    #[track_caller]
    pub fn has(&self, expected: &[(&str, &str)]) {
        let (guide, problems) = self.load();
        let shown: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(problems.len(), expected.len(), "{shown:#?}");
        for (shown, (place, piece)) in shown.iter().zip(expected) {
            assert!(
                shown.starts_with(&format!("{place}: ")),
                "not at {place}: {shown}"
            );
            assert!(shown.contains(piece), "no {piece:?}: {shown}");
        }
        for problem in &problems {
            assert!(!problem.help.is_empty(), "{problem}");
            assert!(problem.line != Some(0));
        }
        let refused = problems
            .iter()
            .any(|problem| problem.severity == Severity::Error);
        assert_eq!(guide.is_none(), refused);
    }
}

/// Breaks one thing, and asserts what is said about it.
#[track_caller]
pub fn check(file: &str, from: &str, to: &str, expected: &[(&str, &str)]) {
    let small = Small::new();
    small.edit(file, from, to);
    small.has(expected);
}
