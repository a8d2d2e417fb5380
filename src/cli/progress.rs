//! Progress: one line on standard error while long work goes on.
//!
//! Only a person at a terminal sees it, and only after a moment; it is wiped out
//! before anything else is said. A pipe never gets a byte of it.

use std::io::Write;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::terminal::is_watched;

/// Shorter work is not worth a line that flickers.
const FIRST: Duration = Duration::from_millis(400);

/// Between two drawings of the line.
const EACH: Duration = Duration::from_millis(200);

/// To the start of the line, and nothing on it.
const WIPE: &str = "\r\x1b[2K";

/// True while the line stands on the terminal.
static STANDS: AtomicBool = AtomicBool::new(false);

/// Work under way; dropping it wipes the line out.
pub struct Progress {
    shared: Arc<Shared>,
    drawing: Option<(Sender<()>, JoinHandle<()>)>,
}

struct Shared {
    work: Mutex<String>,
    done: AtomicUsize,
}

impl Progress {
    /// Begins to tell of `work`, if `is_wanted` and somebody may be watching.
    pub fn of(work: &str, is_wanted: bool) -> Progress {
        let shared = Arc::new(Shared { work: Mutex::new(work.to_owned()), done: AtomicUsize::new(0) });
        let drawing = (is_wanted && is_watched()).then(|| {
            let (end, is_over) = channel::<()>();
            let shared = Arc::clone(&shared);
            let thread = thread::spawn(move || {
                let start = Instant::now();
                let mut wait = FIRST;
                while is_over.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                    draw(&line(&shared, start.elapsed()));
                    wait = EACH;
                }
            });
            (end, thread)
        });
        Progress { shared, drawing }
    }

    /// The work is now this.
    pub fn now(&self, work: String) {
        if let Ok(mut told) = self.shared.work.lock() {
            *told = work;
        }
    }

    /// One more is done.
    pub fn one_done(&self) {
        self.shared.done.fetch_add(1, Ordering::Relaxed);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((end, thread)) = self.drawing.take() {
            drop(end);
            let _ = thread.join();
            wipe(&mut std::io::stderr().lock());
        }
    }
}

/// "factdiff: checking 40 articles, 3 s", "factdiff: checking stories, 1204 done, 12 s".
fn line(shared: &Shared, elapsed: Duration) -> String {
    let work = shared.work.lock().map(|work| work.clone()).unwrap_or_default();
    let seconds = elapsed.as_secs();
    match shared.done.load(Ordering::Relaxed) {
        0 => format!("factdiff: {work}, {seconds} s"),
        done => format!("factdiff: {work}, {done} done, {seconds} s"),
    }
}

fn draw(line: &str) {
    let mut terminal = std::io::stderr().lock();
    // The mark is set while the terminal is held, so nobody writes beside the line.
    STANDS.store(true, Ordering::Relaxed);
    let _ = write!(terminal, "{WIPE}{line}").and_then(|()| terminal.flush());
}

/// Makes room on the terminal, if the line stands there.
pub fn wipe(terminal: &mut impl Write) {
    if STANDS.swap(false, Ordering::Relaxed) {
        let _ = write!(terminal, "{WIPE}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_says_what_is_done() {
        let shared = Shared { work: Mutex::new("checking stories".to_owned()), done: AtomicUsize::new(0) };
        assert_eq!(line(&shared, Duration::from_millis(400)), "factdiff: checking stories, 0 s");
        shared.done.store(1204, Ordering::Relaxed);
        assert_eq!(line(&shared, Duration::from_secs(12)), "factdiff: checking stories, 1204 done, 12 s");
    }

    #[test]
    fn nothing_is_wiped_where_nothing_stands() {
        let mut terminal = Vec::new();
        wipe(&mut terminal);
        assert!(terminal.is_empty());
        STANDS.store(true, Ordering::Relaxed);
        wipe(&mut terminal);
        wipe(&mut terminal);
        assert_eq!(terminal, WIPE.as_bytes());
    }
}
