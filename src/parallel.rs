//! The same work for many things, on up to four processors.

use std::io;
use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{LazyLock, Mutex};
use std::thread::{self, Builder, Scope, ScopedJoinHandle};

/// What a thread has for its stack, in bytes.
const STACK: usize = 2 << 20;

/// What every thread is made by. Without a word about its stack a variable, `RUST_MIN_STACK`, would decide on that.
pub fn thread() -> Builder {
    Builder::new().stack_size(STACK)
}

/// The name of threads whose panics end neither the program nor the screen: who started them hears of it.
pub const WORKER: &str = "worker";

/// Why a thread could not be started, and what to do.
pub fn refused(error: &io::Error) -> io::Error {
    let text = format!(
        "no thread can be started: {error}\n    help: raise the limits on processes and memory (`ulimit -u`, `ulimit -v`)"
    );
    io::Error::new(error.kind(), text)
}

/// More threads would mostly wait for memory.
const MAX_THREADS: usize = 4;

/// With fewer things for each, starting a thread takes longer than it saves.
const MIN_ITEMS_PER_THREAD: usize = 8;

/// What `work` makes of each item, in the order of the items, and what `first` gives. This thread does `first` while
/// helpers begin with the items, then helps them. All helpers have ended when this returns. Where the system refuses to
/// start one, this thread does all of it.
///
/// # Panics
/// If `first` or `work` does.
pub fn map<T: Sync, F, R: Send>(
    items: &[T],
    first: impl FnOnce() -> F,
    work: impl Fn(&T) -> R + Sync,
) -> (F, Vec<R>) {
    // Told by several files of the kernel's: they are read once.
    static PROCESSORS: LazyLock<usize> =
        LazyLock::new(|| thread::available_parallelism().map_or(1, NonZero::get));
    let threads = PROCESSORS
        .min(MAX_THREADS)
        .min(items.len() / MIN_ITEMS_PER_THREAD);
    map_on(threads, items, first, work)
}

/// [`map`] on so many threads, this one among them.
fn map_on<T: Sync, F, R: Send>(
    threads: usize,
    items: &[T],
    first: impl FnOnce() -> F,
    work: impl Fn(&T) -> R + Sync,
) -> (F, Vec<R>) {
    let next = AtomicUsize::new(0);
    let take_turns = || {
        // Nothing but the number is shared.
        let numbers = std::iter::repeat_with(|| next.fetch_add(1, Ordering::Relaxed));
        let mine = numbers.map_while(|number| Some((number, work(items.get(number)?))));
        mine.collect::<Vec<_>>()
    };
    thread::scope(|scope| {
        let helpers = (1..threads).map_while(|_| helper(scope, take_turns).ok());
        let helpers: Vec<_> = helpers.collect();
        let first = first();
        let mut done = take_turns();
        for helper in helpers {
            done.extend(helper.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        done.sort_unstable_by_key(|(number, _)| *number);
        (first, done.into_iter().map(|(_, result)| result).collect())
    })
}

/// What both give: this thread does `first`, and a helper `second` meanwhile. Where the system refuses to start one, this
/// thread does one after the other.
///
/// # Panics
/// If one of them does.
pub fn both<F, S: Send>(first: impl FnOnce() -> F, second: impl FnOnce() -> S + Send) -> (F, S) {
    let second = Mutex::new(Some(second));
    let take = || second.lock().ok()?.take();
    let (first, mut done) = map_on(2, &[()], first, |()| take().map(|second| second()));
    // There is one item, so `second` is taken once, and nothing panics while it is.
    let second = done.pop().flatten().expect("it is done once");
    (first, second)
}

/// A thread with the name of this one, so that a panic of a helper is treated as one of whoever is helped.
fn helper<'scope, R: Send + 'scope>(
    scope: &'scope Scope<'scope, '_>,
    work: impl FnOnce() -> R + Send + 'scope,
) -> io::Result<ScopedJoinHandle<'scope, R>> {
    let builder = match thread::current().name() {
        Some(name) => thread().name(name.to_owned()),
        None => thread(),
    };
    builder.spawn_scoped(scope, work)
}

#[cfg(test)]
mod tests {
    use std::panic::catch_unwind;
    use std::sync::Barrier;

    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let items: Vec<usize> = (0..1000).collect();
        let doubled: Vec<usize> = items.iter().map(|item| item * 2).collect();
        for threads in [0, 1, 2, 7] {
            assert_eq!(
                map_on(threads, &items, || "first", |item| item * 2),
                ("first", doubled.clone())
            );
        }
        assert_eq!(map(&items, || (), |item| item * 2).1, doubled);
        assert_eq!(map(&[], || (), |item: &usize| *item).1, [0; 0]);
    }

    #[test]
    fn others_work_while_this_thread_is_busy() {
        // Neither side would get past the barrier alone.
        let barrier = Barrier::new(2);
        let meet = || barrier.wait();
        map_on(2, &[()], meet, |()| barrier.wait());
    }

    #[test]
    fn two_things_are_done_beside_each_other() {
        let barrier = Barrier::new(2);
        let meet = |name| {
            barrier.wait();
            name
        };
        assert_eq!(
            both(|| meet("first"), || meet("second")),
            ("first", "second")
        );
    }

    #[test]
    fn a_helper_has_the_name_of_whom_it_helps() {
        let barrier = Barrier::new(2);
        let name = || {
            barrier.wait();
            thread::current().name().map(str::to_owned)
        };
        let (own, helpers) = map_on(2, &[()], name, |()| name());
        assert!(own.is_some());
        assert_eq!(helpers, [own]);
    }

    #[test]
    fn a_panic_of_a_helper_is_passed_on() {
        let barrier = Barrier::new(2);
        let first = || barrier.wait();
        let fails = |(): &()| {
            barrier.wait();
            panic!("as it is meant to");
        };
        assert!(catch_unwind(|| map_on(2, &[()], first, fails)).is_err());
    }
}
