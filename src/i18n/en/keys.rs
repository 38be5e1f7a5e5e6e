use std::borrow::Cow;

use super::English;
use crate::frame::keys::{Deed, Hint};
use crate::i18n::keys::Words;
use crate::language::Language;

impl Words for English {
    fn explain(&self, deed: Deed) -> &'static str {
        match deed {
            Deed::Choose => {
                "choose a result or topic (also Ctrl-P, Ctrl-N; ↑ on the first: earlier searches)"
            }
            Deed::ChooseByPages => "move by pages",
            Deed::ScrollArticle => "scroll the article without leaving the field",
            Deed::Read => "read what is chosen",
            Deed::Fold => {
                "fold or unfold a group of topics (while nothing is typed; also Enter, Space)"
            }
            Deed::AcceptSuggestion => "try it: what is suggested, or an example",
            Deed::DeleteParts => "delete before, behind, the word before the cursor",
            Deed::MoveCursor => "move the cursor (also Ctrl-B, F, A, E)",
            Deed::ScrollLines => "scroll by a line (also j, k); among questions choose an answer",
            Deed::ScrollScreens => "scroll by a screen (also Space)",
            Deed::ToEnds => "to the beginning, to the end",
            Deed::ToSections => "to the previous, next section (also Alt-↑↓)",
            Deed::ChooseLink => "choose a link (Tab goes on to the search field)",
            Deed::FollowLink => "follow the chosen link",
            Deed::FollowNumber => "follow the link with that number, tick its box, give its answer",
            Deed::Find => "find in page (also Ctrl-S)",
            Deed::FindAnywhere => "find in page (also with an input method)",
            Deed::NextFound => "to the next, previous place that was found (also F3, Shift-F3)",
            Deed::BackToSearch => {
                "back to the search field, with its text selected (also Alt-S; Backspace: not selected)"
            }
            Deed::ReadFound => {
                "read on at the place that is shown (then n, N for the next, previous)"
            }
            Deed::MoveFound => "to the previous, next place",
            Deed::Contents => "contents",
            Deed::BackAndForward => "back and forward through the pages read",
            Deed::CopyText => "copy the text (also F11, Alt-C)",
            Deed::Copy => "copy a number or the text (also F11, Alt-C)",
            Deed::StepBack => "one step back (never quits)",
            Deed::Menu => "menu (also Ctrl-O; ? in the empty field and while reading)",
            Deed::ChooseAct => "choose what to do (typing filters)",
            Deed::DoAct => "do it",
            Deed::Redraw => "redraw the screen",
            Deed::Suspend => "back to the shell for a while (fg continues)",
            Deed::Quit | Deed::Interrupt => "quit, when pressed twice",
            Deed::Desks => "desks and hours",
            Deed::Advice => "choose a desk, by a few questions",
            Deed::Cards => "checklists (again: all of them)",
            Deed::Mouse => "turn the mouse off, on (also Alt-M)",
            Deed::Check => "check a number or address",
            Deed::SwitchPane => "to the article",
            Deed::EndVisit => "back to the start (what you typed and ticked is gone)",
        }
    }

    fn also(&self, what: &str, keys: &[String]) -> String {
        format!("{what} (also {})", keys.join(", "))
    }

    fn hint(&self, hint: Hint) -> &'static str {
        match hint {
            Hint::Menu => "Menu",
            Hint::Choose | Hint::ChooseAnswer => "choose",
            Hint::Read => "read",
            Hint::Fold => "fold",
            Hint::Suggestion => "try it",
            Hint::Clear => "clear",
            Hint::Scroll => "scroll",
            Hint::Numbers => "open, tick",
            Hint::Tick => "tick",
            Hint::Follow | Hint::ChooseAndOpen => "open",
            Hint::CopyNumber | Hint::Copy => "copy",
            Hint::Find => "find",
            Hint::NextPrevious => "next, previous",
            Hint::ReadHere => "read here",
            Hint::PreviousNext => "previous, next",
            Hint::Back => "back",
            Hint::ToResults => "results",
            Hint::ToTopics => "topics",
            Hint::ToSearch => "back to the search",
            Hint::ReadBelow => "read below",
            Hint::Answer => "answer",
            Hint::PreviousQuestion => "previous question",
            Hint::ThisNumber => "for this",
            Hint::LongerNumber => "for a longer one",
            Hint::DoAct => "do it",
            Hint::CloseMenu => "clear the filter, close",
            Hint::AtOnce => "do it at once",
            Hint::Desks => "Desks and hours",
            Hint::Advice => "Choose a desk",
            Hint::Check => "Check a number",
            Hint::Cards => "Checklists",
            Hint::ToStart => "Back to the start",
            Hint::ScrollUp => "Up",
            Hint::ScrollDown => "Down",
            Hint::Previous => "Previous",
            Hint::Next => "Next",
            Hint::Close => "Close",
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
        "Side by side".to_owned()
    }
}
