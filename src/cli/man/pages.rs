//! What only a manual page says: examples, exit codes, files and variables. The tests run every example.

/// What a page says of its command alone.
#[derive(Debug)]
pub(super) struct Page {
    title: &'static str,
    /// What an example does, and its command.
    pub examples: &'static [(&'static str, &'static str)],
    /// The exit codes that it may have.
    pub codes: &'static [u8],
    /// What exit code 1 means here.
    pub negative: &'static str,
}

/// What a command does that needs no guide.
const WITHOUT_GUIDE: &[u8] = &[0, 2, 4];

/// What a command does that reads one.
const WITH_GUIDE: &[u8] = &[0, 2, 3, 4];

/// The same where there is a question that can be answered by no.
const ASKED: &[u8] = &[0, 1, 2, 3, 4];

pub(super) const EXIT: &[(u8, &str)] = &[
    (0, "All is fine."),
    (1, ""),
    (2, "Wrong usage, or an error in the configuration."),
    (
        3,
        "The guide or its queries have errors: all of them are on the standard error, with file, line and what to do.",
    ),
    (4, "Reading or writing failed."),
];

pub(super) const FILES: &[(&str, &str)] = &[
    (
        "~/.config/madoguchi/config.yaml",
        "Themes, keys and defaults for the browser. It may be missing.",
    ),
    (
        "./guide/, ~/.local/share/madoguchi/guide/",
        "A guide that is found without being named, where it has a guide.yaml.",
    ),
    (
        "~/.cache/madoguchi/",
        "The built indexes. They may be deleted at any time.",
    ),
    (
        "~/.local/state/madoguchi/",
        "With --trust: which release of a signed guide was seen last. It keeps older ones away.",
    ),
];

pub(super) const ENVIRONMENT: &[(&str, &str)] = &[
    (
        "MADOGUCHI_HOME",
        "A folder that holds guide/ and index/, as --home.",
    ),
    (
        "MADOGUCHI_CONFIG",
        "The configuration, as --config; empty for none.",
    ),
    (
        "XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_CACHE_HOME",
        "Where the folders above are instead.",
    ),
    (
        "LC_ALL, LC_MESSAGES, LANG",
        "The reader's language, and whether the terminal shows UTF-8.",
    ),
    ("TZ", "The reader's time zone."),
    ("NO_COLOR", "No colours, where it is not empty."),
];

const PAGES: &[Page] = &[
    Page {
        title: "madoguchi",
        examples: &[
            ("Open the guide in the program:", "madoguchi"),
            (
                "Open a folder of Markdown, or a file of it:",
                "madoguchi docs",
            ),
            ("Talk in lines, for a screen reader:", "madoguchi --plain"),
            ("Read the manual:", "madoguchi manual"),
        ],
        codes: WITH_GUIDE,
        negative: "",
    },
    Page {
        title: "madoguchi-browse",
        examples: &[(
            "Open a folder in English, on a light background:",
            "madoguchi browse docs --lang en --theme light",
        )],
        codes: WITH_GUIDE,
        negative: "",
    },
    Page {
        title: "madoguchi-manual",
        examples: &[
            ("Read the manual in Japanese:", "madoguchi manual --lang ja"),
            ("Look something up in it:", "madoguchi --manual search tmux"),
        ],
        codes: WITHOUT_GUIDE,
        negative: "",
    },
    Page {
        title: "madoguchi-kiosk",
        examples: &[
            (
                "Wipe everything after two minutes without a key:",
                "madoguchi kiosk --idle 120",
            ),
            (
                "Make the file of a PIN:",
                "(umask 077; madoguchi kiosk --make-pin > pin)",
            ),
            ("Let staff leave by it:", "madoguchi kiosk --pin-file pin"),
        ],
        codes: WITH_GUIDE,
        negative: "",
    },
    Page {
        title: "madoguchi-search",
        examples: &[
            (
                "Find sections about cancelling, by romaji:",
                "madoguchi search kaiyaku",
            ),
            (
                "Print the id of the best:",
                "madoguchi search 解約 --json | jq -r '.hits[0].id'",
            ),
            ("Check a telephone number:", "madoguchi search 0120-996-012"),
            (
                "Search a folder:",
                "madoguchi --guide docs search extend --lang en",
            ),
        ],
        codes: ASKED,
        negative: "Nothing was found.",
    },
    Page {
        title: "madoguchi-show",
        examples: &[
            (
                "Print a section in English:",
                "madoguchi show phone#app --lang en",
            ),
            (
                "Print what to have ready:",
                "madoguchi show urgent --checklist",
            ),
        ],
        codes: ASKED,
        negative: "There is no such article, section or checklist.",
    },
    Page {
        title: "madoguchi-status",
        examples: &[
            ("Who can be reached now:", "madoguchi status"),
            (
                "Who could be reached then:",
                "madoguchi status --at 2026-11-23T20:59:59+09:00",
            ),
            ("One line for a prompt:", "madoguchi status --short"),
            (
                "A line whenever it says something else:",
                "madoguchi status --watch",
            ),
        ],
        codes: WITH_GUIDE,
        negative: "",
    },
    Page {
        title: "madoguchi-check",
        examples: &[
            ("Every problem of a folder:", "madoguchi check docs"),
            (
                "How many there are:",
                "madoguchi check docs --json | jq '.problems | length'",
            ),
        ],
        codes: WITH_GUIDE,
        negative: "",
    },
    Page {
        title: "madoguchi-init",
        examples: &[("Make a folder a help desk:", "madoguchi init docs")],
        codes: WITH_GUIDE,
        negative: "",
    },
    Page {
        title: "madoguchi-eval",
        examples: &[
            ("Ask the queries of the guide:", "madoguchi eval"),
            (
                "Fail a build when too few are answered:",
                "madoguchi eval --min-hit1 85 --min-hit3 96",
            ),
        ],
        codes: ASKED,
        negative: "Fewer queries are answered than were asked for.",
    },
    Page {
        title: "madoguchi-insight",
        examples: &[
            (
                "A file that --insight may write to, and what is in it:",
                "install -m 600 /dev/null asked && madoguchi insight asked",
            ),
            (
                "The same as entries for queries.yaml:",
                "madoguchi insight --queries asked",
            ),
            (
                "Make counts of its lines, every night:",
                "madoguchi insight --fold asked",
            ),
        ],
        codes: WITH_GUIDE,
        negative: "",
    },
    Page {
        title: "madoguchi-index",
        examples: &[],
        codes: ASKED,
        negative: "The index is missing or broken, or could not be written.",
    },
    Page {
        title: "madoguchi-index-build",
        examples: &[(
            "Build the index of a large folder beforehand:",
            "madoguchi --guide docs index build",
        )],
        codes: ASKED,
        negative: "It could not be written.",
    },
    Page {
        title: "madoguchi-index-verify",
        examples: &[(
            "Check every byte of it:",
            "madoguchi --guide docs index build && madoguchi --guide docs index verify",
        )],
        codes: ASKED,
        negative: "It is missing or broken.",
    },
    Page {
        title: "madoguchi-index-path",
        examples: &[("Where it is:", "madoguchi --guide docs index path")],
        codes: ASKED,
        negative: "There is no place for it.",
    },
    Page {
        title: "madoguchi-manifest",
        examples: &[
            (
                "What is to be signed of a folder that says no id:",
                "madoguchi manifest docs --id library",
            ),
            (
                "A release that is good for longer:",
                "madoguchi manifest docs --good-until 2099-12-31",
            ),
        ],
        codes: WITH_GUIDE,
        negative: "",
    },
    Page {
        title: "madoguchi-doctor",
        examples: &[
            ("Ask first what is wrong:", "madoguchi doctor"),
            (
                "For whatever watches over many counters:",
                "madoguchi doctor --json | jq .ok",
            ),
            ("Try the kiosk's sandbox:", "madoguchi doctor --sandbox"),
        ],
        codes: ASKED,
        negative: "Something is bad.",
    },
    Page {
        title: "madoguchi-completions",
        examples: &[(
            "For bash, in this shell:",
            "source <(madoguchi completions bash)",
        )],
        codes: WITHOUT_GUIDE,
        negative: "",
    },
    Page {
        title: "madoguchi-man",
        examples: &[
            ("Print this page:", "madoguchi man man"),
            ("Write all pages into a folder:", "madoguchi man --dir man1"),
        ],
        codes: WITHOUT_GUIDE,
        negative: "",
    },
];

impl Page {
    /// The page with this title. One that nobody has written says nothing but what all say; the tests find it.
    pub fn of(title: &str) -> &'static Self {
        static NOTHING: Page = Page {
            title: "",
            examples: &[],
            codes: WITH_GUIDE,
            negative: "",
        };
        PAGES
            .iter()
            .find(|page| page.title == title)
            .unwrap_or(&NOTHING)
    }
}
