use super::*;

fn pages(paths: &[(&str, &[&str], &[&str])]) -> Vec<Page> {
    let page = |(path, names, anchors): &(&str, &[&str], &[&str])| Page {
        path: (*path).to_owned(),
        files: vec![File {
            labels: Vec::new(),
            language: Language::JA,
            path: (*path).to_owned(),
            anchors: anchors
                .iter()
                .map(|anchor| (canonical(anchor), (*anchor).to_owned()))
                .collect(),
        }],
        names: names.iter().map(|name| (*name).to_owned()).collect(),
    };
    paths.iter().map(page).collect()
}

/// A folder of many kinds: paths, other names, addresses of sections.
const FOLDER: &[(&str, &[&str], &[&str])] = &[
    ("docs/guide/intro.md", &[], &["始め方", "b_1"]),
    ("docs/guide/index.md", &[], &[]),
    (
        "docs/02-setup.md",
        &["/old/setup", "360012345678"],
        &["install"],
    ),
    ("_posts/2020-09-29-news.md", &[], &[]),
    ("My Note.md", &["別名"], &["A heading"]),
    ("sites/one/content/more/start.md", &[], &[]),
    ("sites/one/content/start.md", &[], &[]),
    ("sites/two/content/start.md", &[], &[]),
    ("docs/v1/api/index.md", &[], &[]),
    ("docs/v2/api/index.md", &[], &[]),
    ("docs/v2/api/start.md", &[], &[]),
    ("content/post/2015-11-9-why.md", &[], &[]),
    ("set/4x/part/routing.md", &[], &[]),
    ("set/5x/part/routing.md", &[], &[]),
    ("set/4x/part/other.md", &[], &[]),
    ("more/support.md", &["/2021/02/03/dated"], &[]),
    ("site/app/(shop)/pay/cards/page.mdx", &[], &[]),
    ("_pages/spec/tax.md", &["spec_tax", "more/4_0"], &[]),
    ("docs/06-parts/Between Us/01-snippet.md", &[], &[]),
    ("docs/06-parts/link.md", &[], &[]),
    ("_posts/2016-01-02-2015-in-short.md", &[], &[]),
    ("_posts/2016-1-3-version-2.1-is-out.md", &[], &[]),
    ("SECURITY.md", &[], &[]),
    ("docs/security/index.md", &[], &[]),
    ("site/This & That.md", &[], &[]),
    (
        "notes/legal.md",
        &[],
        &["use-it-now", "café", "up-1", "up_2"],
    ),
    ("site/c++.md", &[], &[]),
    ("kit/manual/10-start/20-types.md", &[], &[]),
    ("kit/manual/30-build/50-adapter.md", &[], &["how"]),
    ("packages/adapter/README.md", &[], &[]),
    ("pages/Canvas___Tool.md", &[], &[]),
    ("api/$fetch.md", &[], &[]),
    ("vault/vim.motions.md", &[], &["words"]),
];

/// The page that a link is in, the link, and where it leads.
const LED: &[(usize, &str, &str)] = &[
    (0, "#始め方", "docs/guide/intro.md#始め方"),
    (
        0,
        "#%E5%A7%8B%E3%82%81%E6%96%B9",
        "docs/guide/intro.md#始め方",
    ),
    (0, "#b-1", "docs/guide/intro.md#b_1"),
    (0, "#gone", "docs/guide/intro.md"),
    (0, "../02-setup.md#Install", "docs/02-setup.md#install"),
    (0, "../setup", "docs/02-setup.md"),
    // A permalink begins at the top, whether it says so or not.
    (0, "/spec_tax", "_pages/spec/tax.md"),
    (0, "/more/4_0", "_pages/spec/tax.md"),
    (0, "../../setup/", "docs/02-setup.md"),
    (0, "/setup", "docs/02-setup.md"),
    (
        0,
        "/parts/between-us/snippet/",
        "docs/06-parts/Between Us/01-snippet.md",
    ),
    (0, "snippet#x", "docs/06-parts/Between Us/01-snippet.md"),
    (0, "../snippet", "docs/06-parts/Between Us/01-snippet.md"),
    (0, "link", "Lost"),
    (0, "somebody@x.example", "Elsewhere"),
    (0, "../.github/CONTRIBUTING.md", "Elsewhere"),
    (0, "systemd/x.service", "Elsewhere"),
    (0, "/ja/docs/setup.html", "docs/02-setup.md"),
    (0, "/old/setup/", "docs/02-setup.md"),
    (0, "/guide/intro/", "docs/guide/intro.md"),
    (5, "/start/", "sites/one/content/start.md"),
    (5, "/more/start/", "sites/one/content/more/start.md"),
    (10, "/docs//api/", "docs/v2/api/index.md"),
    (2, "guide/", "docs/guide/index.md"),
    (2, "./guide/intro?x=1#b_1", "docs/guide/intro.md#b_1"),
    (0, "/news/2020/09/29/news/", "_posts/2020-09-29-news.md"),
    (
        0,
        "https://x.example/hc/ja/articles/360012345678-Setup#install",
        "docs/02-setup.md#install",
    ),
    (0, "wiki:My Note#A heading", "My Note.md#A heading"),
    (0, "wiki:別名", "My Note.md"),
    (0, "wiki:text|My-Note", "My Note.md"),
    (0, "wiki:Canvas/Tool", "pages/Canvas___Tool.md"),
    (
        0,
        "wiki:Moves|dendron://other/vim.motions#words",
        "vault/vim.motions.md#words",
    ),
    (0, "https://example.com/", "Web(\"https://example.com/\")"),
    (0, "mailto:a@example.com", "Elsewhere"),
    (0, "image.png", "Elsewhere"),
    (0, "wiki:picture.svg#icon", "Elsewhere"),
    (0, "wiki:No such note", "Lost"),
    (0, "/2015/11/09/why.html", "content/post/2015-11-9-why.md"),
    (0, "/2021/02/03/dated/", "more/support.md"),
    (0, "/part/routing/", "set/5x/part/routing.md"),
    (14, "/part/routing/#x", "set/4x/part/routing.md"),
    (0, "/en/part/other", "set/4x/part/other.md"),
    (0, "/support", "more/support.md"),
    (0, "/routing", "Lost"),
    (0, "/blog/news/news/", "_posts/2020-09-29-news.md"),
    (16, "/pay/cards", "site/app/(shop)/pay/cards/page.mdx"),
    (0, "/blog/2020/09/29/news/", "_posts/2020-09-29-news.md"),
    (
        0,
        "/2016/01/02/2015-in-short",
        "_posts/2016-01-02-2015-in-short.md",
    ),
    (
        0,
        "/blog/version-2-1-is-out/",
        "_posts/2016-1-3-version-2.1-is-out.md",
    ),
    (0, "/manual/v3/link#x", "docs/06-parts/link.md"),
    (27, "adapter#how", "kit/manual/30-build/50-adapter.md#how"),
    (0, "adapter", "Lost"),
    (5, "@/start.md", "sites/one/content/start.md"),
    (0, "@/guide/intro.md#b_1", "docs/guide/intro.md#b_1"),
    (0, "/security/", "docs/security/index.md"),
    (0, "../../SECURITY.md", "SECURITY.md"),
    (0, "../../site/this-that", "site/This & That.md"),
    (0, "../../site/this-and-that", "site/This & That.md"),
    (0, "/docs/api/dollarfetch", "api/$fetch.md"),
    (0, "/site/c", "Lost"),
    (4, "../legal/", "notes/legal.md"),
    (4, "legal/", "Lost"),
    (1, "./", "docs/guide/index.md"),
    (0, "./#b_1", "docs/guide/intro.md#b_1"),
    (2, "./#install", "docs/02-setup.md#install"),
    (1, "./#install", "docs/guide/index.md"),
    (2, "#instal", "docs/02-setup.md"),
    (25, "#use", "notes/legal.md#use-it-now"),
    (25, "#up", "notes/legal.md"),
    (25, "#cafe", "notes/legal.md#café"),
    (0, "doc:My-Note#A-heading", "My Note.md#A heading"),
    (0, "LICENSE-MIT", "Elsewhere"),
    (0, "gone.md", "Lost"),
    (0, "../../../../etc/passwd", "Lost"),
];

#[test]
fn links_lead_where_their_generators_would_lead_them() {
    let pages = pages(FOLDER);
    let links = Links::new(&pages, &["docs".to_owned()]);
    let target = |from: usize, link: &str| match links.target(from, 0, link) {
        Target::Page(page, None) => pages[page].path.clone(),
        Target::Page(page, Some(section)) => format!("{}#{section}", pages[page].path),
        other => format!("{other:?}"),
    };
    for &(from, link, expected) in LED {
        assert_eq!(target(from, link), expected, "{link}");
    }
}

#[test]
fn names_that_only_one_page_has_lead_there() {
    let pages = pages(&[
        ("topics/part/basic-syntax.md", &[], &[]),
        ("topics/other/types.md", &[], &[]),
        ("_articles/start/first-steps.md", &[], &[]),
        ("_articles/one/twice.md", &[], &[]),
        ("_articles/two/twice.md", &[], &[]),
        ("docs/02-runes/02-$state.md", &[], &[]),
    ]);
    let links = Links::new(&pages, &[]);
    let target = |link: &str| match links.target(1, 0, link) {
        Target::Page(page, _) => pages[page].path.clone(),
        other => format!("{other:?}"),
    };
    for (link, expected) in [
        ("basic-syntax.md", "topics/part/basic-syntax.md"),
        ("basic-syntax.html#x", "topics/part/basic-syntax.md"),
        ("basic-syntax", "topics/part/basic-syntax.md"),
        ("$state", "docs/02-runes/02-$state.md"),
        ("twice.md", "Lost"),
        ("state", "Lost"),
        ("other/basic-syntax.md", "Lost"),
        ("/article/first-steps/", "_articles/start/first-steps.md"),
        ("/article/twice/", "Lost"),
        ("/post/first-steps/", "Lost"),
        ("wiki:yii\\web\\View::render()|render()", "Elsewhere"),
    ] {
        assert_eq!(target(link), expected, "{link}");
    }
}

#[test]
fn addresses_begin_in_the_folder_that_nearly_all_pages_are_in() {
    let pages = pages(&[
        ("README.md", &[], &[]),
        ("src/text/api.md", &[], &[]),
        ("src/text/run.md", &[], &[]),
        ("src/text/more/api.md", &[], &[]),
        ("src/text/more/run.md", &[], &[]),
        ("src/text/more/stop.md", &[], &[]),
    ]);
    assert_eq!(main_folder(&pages), "src/text");
    let links = Links::new(&pages, &[]);
    assert_eq!(links.target(4, 0, "/docs/api"), Target::Page(1, None));
    assert_eq!(links.target(4, 0, "/docs/more/api"), Target::Page(3, None));
}

#[test]
fn in_some_sites_a_page_is_a_folder() {
    let pages = pages(&[
        ("content/nix/start.md", &[], &[]),
        ("content/nix/plugins.md", &[], &[]),
        ("content/plugins/_index.md", &[], &[]),
    ]);
    for (are_addresses, link, expected) in [
        (false, "../plugins", 2),
        (true, "../plugins", 1),
        (true, "../plugins.md", 2),
        (true, "../../plugins/", 2),
        (true, "plugins", 1),
    ] {
        let links = Links::new(&pages, &[]).of_site(Redirects::default(), are_addresses);
        assert_eq!(
            links.target(0, 0, link),
            Target::Page(expected, None),
            "{link}"
        );
    }
}

#[test]
fn more_of_a_path_says_more_than_its_end() {
    let pages = pages(&[
        ("vault/Plugins/Icons.md", &[], &[]),
        ("vault/Reference/Style/Icons.md", &[], &[]),
        ("vault/Home.md", &[], &[]),
        ("site/api/3x/api/index.md", &[], &[]),
        ("site/api/5x/api/index.md", &[], &[]),
        ("site/docs/4x/guide/routing.md", &[], &[]),
        ("site/docs/5x/guide/routing.md", &[], &[]),
        ("site/api/4x/request.md", &[], &[]),
        ("README.md", &[], &[]),
        ("site/win/unpack/table.md", &[], &[]),
        ("site/other/table.md", &[], &[]),
    ]);
    let links = Links::new(&pages, &[]);
    let target = |from: usize, link: &str| match links.target(from, 0, link) {
        Target::Page(page, _) => pages[page].path.as_str(),
        _ => "",
    };
    for (from, link, expected) in [
        (
            2,
            "wiki:Reference/Style/Icons",
            "vault/Reference/Style/Icons.md",
        ),
        (0, "wiki:Style/Icons", "vault/Reference/Style/Icons.md"),
        (2, "wiki:Icons", "vault/Plugins/Icons.md"),
        (2, "/5x/api", "site/api/5x/api/index.md"),
        (7, "/guide/routing/", "site/docs/4x/guide/routing.md"),
        (4, "/guide/routing/", "site/docs/5x/guide/routing.md"),
        (
            2,
            "/old/unpack/table/index.html",
            "site/win/unpack/table.md",
        ),
        (2, "/old/tool/table/index.html", ""),
    ] {
        assert_eq!(target(from, link), expected, "{from} {link}");
    }
}

#[test]
fn words_stand_before_a_name_or_behind_it() {
    let pages = pages(FOLDER);
    let links = Links::new(&pages, &[]);
    for (link, expected) in [
        ("wiki:text|My-Note", Some("text")),
        ("wiki:text|dendron://vault/vim.motions", Some("text")),
        ("wiki:My-Note|text", None),
        ("wiki:My-Note|vim.motions", None),
        ("wiki:nothing|nothing else", None),
        ("wiki:My-Note", None),
    ] {
        assert_eq!(links.words_before(0, 0, link), expected, "{link}");
    }
}
