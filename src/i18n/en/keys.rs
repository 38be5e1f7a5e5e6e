use std::borrow::Cow;

use super::English;
use crate::frame::keys::{Deed, Hint};
use crate::i18n::keys::Words;
use crate::language::Language;

impl Words for English {
    fn explain(&self, deed: Deed) -> &'static str {
        match deed {
            Deed::Choose => "choose a result or topic (also Ctrl-P, Ctrl-N)",
            Deed::ChooseByPages => "move by pages",
            Deed::ScrollArticle => "scroll the article without leaving the field",
            Deed::Read => "read what is chosen",
            Deed::Fold => {
                "fold or unfold a group of topics (while nothing is typed; also Enter, Space)"
            }
            Deed::AcceptSuggestion => "search for what is suggested",
            Deed::DeleteParts => "delete before, behind, the word before the cursor",
            Deed::MoveCursor => "move the cursor (also Ctrl-B, F, A, E)",
            Deed::ScrollLines => "scroll by a line (also j, k)",
            Deed::ScrollScreens => "scroll by a screen (also Space, b)",
            Deed::ToEnds => "to the beginning, to the end (also g, G)",
            Deed::ToSections => "to the previous, next section (also Alt-↑↓)",
            Deed::ChooseLink => "choose a link (also h, l; Tab goes on to the search field)",
            Deed::FollowLink => "follow the chosen link",
            Deed::FollowNumber => "follow the link with that number on the screen",
            Deed::Find => "find a text in the page (also Ctrl-S)",
            Deed::FindAnywhere => "find a text in the article (also with an input method)",
            Deed::NextFound => "to the next, previous place that was found (also F3, Shift-F3)",
            Deed::BackToSearch => "back to the search field (also Alt-S)",
            Deed::ReadFound => {
                "read on at the place that is shown (then n, N for the next, previous)"
            }
            Deed::MoveFound => "to the previous, next place",
            Deed::Contents => "the article's table of contents (also F10)",
            Deed::BackAndForward => "back and forward through the pages read (also H, L)",
            Deed::CopyText => "copy the text (also y, F11, Alt-C)",
            Deed::Copy => "copy a number or the text (also y, F11, Alt-C)",
            Deed::StepBack => "one step back (never quits)",
            Deed::Help => "this help (while reading also ?)",
            Deed::Redraw => "draw the screen anew",
            Deed::Suspend => "back to the shell for a while (fg continues)",
            Deed::Quit => "quit",
            Deed::Interrupt => "quit, when pressed twice",
            Deed::Desks => "the desks and their hours",
            Deed::Advice => "which desk to use, by a few questions",
            Deed::Cards => "the checklist (again: all checklists)",
            Deed::Mouse => "turn the mouse off and on (also Alt-M, while reading m)",
            Deed::Check => "check whether this guide lists a number or address",
            Deed::SwitchPane => "to the article",
        }
    }

    fn hint(&self, hint: Hint) -> &'static str {
        match hint {
            Hint::Choose => "choose",
            Hint::Read => "read",
            Hint::Fold => "fold",
            Hint::Suggestion => "suggestion",
            Hint::Scroll => "scroll",
            Hint::Links => "links",
            Hint::Follow => "follow",
            Hint::Find => "find",
            Hint::NextPrevious => "next, previous",
            Hint::ReadHere => "read here",
            Hint::PreviousNext => "previous, next",
            Hint::Contents => "contents",
            Hint::Back => "back",
            Hint::Help => "help",
            Hint::Quit => "quit",
            Hint::QuitTwice => "twice quits",
            Hint::Desks => "desks",
            Hint::Advice => "advice",
            Hint::Check => "check a number",
            Hint::Article => "article",
        }
    }

    fn switch_language(&self, languages: &[Cow<'static, str>]) -> String {
        match languages {
            [one, other] => format!("switch between {one} and {other}"),
            all => format!("switch the language ({})", all.join(", ")),
        }
    }

    fn side_by_side(&self, one: &str, other: &str) -> String {
        format!("read {one} and {other} side by side (on screens of 120 columns)")
    }

    fn two_languages(&self, _: Language, _: Language) -> String {
        "two languages".to_owned()
    }
}
