//! The thread that reads what the terminal sends.

use std::io::ErrorKind;
use std::mem;
use std::sync::mpsc::SyncSender;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::decode::{Decoder, Input};
use super::{Event, Exit, mouse};
use crate::app::Act;
use crate::terminal::{self, Next};
use crate::ui::theme::{Theme, Wish};

/// As many bytes are read in one go: all that a terminal holds ready.
const BYTES: usize = 4096;

/// A question that the terminal was asked: which theme depends on the answer, and who waits for it.
#[derive(Debug)]
pub struct ThemeQuery {
    pub wish: Wish,
    pub answered: SyncSender<()>,
}

/// The terminal's input side, and how it is understood.
#[derive(Debug)]
pub struct Reader {
    pub tty: terminal::Input,
    pub decoder: Decoder,
    pub pending: Option<ThemeQuery>,
}

impl Reader {
    /// Reads until the terminal is gone or nobody listens any more. While nothing comes it sleeps. Sizes come from
    /// `signals`.
    pub fn read(mut self, events: &SyncSender<Event>) {
        let mut inputs = Vec::new();
        let mut bytes = [0; BYTES];
        loop {
            match terminal::read(&mut self.tty, self.decoder.patience(), &mut bytes) {
                Ok(Next::Bytes(bytes)) => self.decoder.take(bytes, &mut inputs),
                Ok(Next::Pause) => self.decoder.give_up(&mut inputs),
                Err(error)
                    if matches!(error.kind(), ErrorKind::Interrupted | ErrorKind::WouldBlock) => {}
                Err(_) => {
                    let _ = events.send(Event::Exit(Exit::Hangup));
                    return;
                }
            }
            for input in commits(mem::take(&mut inputs)) {
                if let Some(event) = event(input, &mut self.pending)
                    && events.send(event).is_err()
                {
                    return;
                }
            }
        }
    }
}

/// What came at once: one thing, or a run of characters.
enum Piece {
    Input(Input),
    Text(String),
}

/// The same with what an input method commits in one piece: two or more characters that came in one read, not all of them
/// ASCII. A key sends one at a time, and what a script types in ASCII is keys.
fn commits(inputs: Vec<Input>) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(inputs.len());
    let mut run: Vec<(char, Input)> = Vec::new();
    for input in inputs {
        if let Some(c) = character(&input) {
            run.push((c, input));
        } else {
            end_run(&mut run, &mut pieces);
            pieces.push(Piece::Input(input));
        }
    }
    end_run(&mut run, &mut pieces);
    pieces
}

fn end_run(run: &mut Vec<(char, Input)>, pieces: &mut Vec<Piece>) {
    if run.len() > 1 && !run.iter().all(|(c, _)| c.is_ascii()) {
        pieces.push(Piece::Text(run.drain(..).map(|(c, _)| c).collect()));
    } else {
        pieces.extend(run.drain(..).map(|(_, input)| Piece::Input(input)));
    }
}

/// The character that a key types.
fn character(input: &Input) -> Option<char> {
    match input {
        Input::Key(KeyEvent {
            code: KeyCode::Char(c),
            modifiers,
            ..
        }) if modifiers.difference(KeyModifiers::SHIFT).is_empty() => Some(*c),
        _ => None,
    }
}

/// What has to be told to the main thread.
fn event(piece: Piece, pending: &mut Option<ThemeQuery>) -> Option<Event> {
    let input = match piece {
        Piece::Text(text) => return Some(Event::Typed(text)),
        Piece::Input(input) => input,
    };
    match input {
        Input::Key(key) => Some(Event::Key(key)),
        Input::Mouse(report) => mouse::counts(&report).then_some(Event::Mouse(report)),
        Input::Paste(text) => Some(Event::Act(Act::Paste(text))),
        // What was not asked is not answered.
        Input::Background(background) => {
            let ThemeQuery { wish, answered } = pending.take()?;
            // Nobody waits unless the program is ending.
            let _ = answered.try_send(());
            let theme = Theme::wished(&wish.on(background?));
            Some(Event::Theme(Box::new(theme)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What bytes of one read are told as: keys by their characters, texts in brackets.
    fn told(bytes: &str) -> String {
        let mut inputs = Vec::new();
        let mut decoder = Decoder::new(true);
        decoder.take(bytes.as_bytes(), &mut inputs);
        let events = commits(inputs)
            .into_iter()
            .filter_map(|piece| event(piece, &mut None));
        let told = events.map(|event| match event {
            Event::Typed(text) => format!("[{text}]"),
            Event::Key(KeyEvent {
                code: KeyCode::Char(c),
                ..
            }) => c.to_string(),
            other => format!("<{other:?}>"),
        });
        told.collect()
    }

    #[test]
    fn what_an_input_method_commits_is_one_text() {
        assert_eq!(told("かいやく"), "[かいやく]");
        assert_eq!(told("「解約」"), "[「解約」]");
        assert_eq!(told("Ｗｉ-Fi"), "[Ｗｉ-Fi]");
        // Alone they are keys, and so is all that is ASCII.
        for keys in ["・", "ｊ", "か", "cancel", "jjjj"] {
            assert_eq!(told(keys), keys);
        }
        // Another key ends it.
        let arrow = told("解約\x1b[B電話");
        assert!(
            arrow.starts_with("[解約]<Key(") && arrow.ends_with("[電話]"),
            "{arrow}"
        );
    }
}
