//! Lines in, lines out, in the same order, with every core busy.
//!
//! The number of lines under way is bounded, so memory does not grow with the
//! input; a line whose work panics is answered all the same, in its place.

use std::io::{self, BufRead, BufWriter, Write};
use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::thread;

/// One line of input with its number, from 1.
pub struct Line {
    /// Its number, empty lines counted.
    pub number: usize,
    /// Its bytes, without the line end.
    pub bytes: Vec<u8>,
}

/// What is wrong with a line of JSON. Its own line counting starts anew with each
/// line of input, so only the column is told.
pub fn json_problem(error: &serde_json::Error) -> String {
    let words = error.to_string();
    let bare = words.rfind(" at line ").map_or(words.as_str(), |at| &words[..at]);
    let no_json = if error.is_syntax() || error.is_eof() { "not JSON: " } else { "" };
    let at = if error.column() > 0 { format!(" at byte {}", error.column()) } else { String::new() };
    format!("{no_json}{bare}{at}")
}

/// Why the lines could not all be worked on.
#[derive(Debug)]
pub enum LineError {
    /// The input broke off.
    Reading(io::Error),
    /// The output could not be written.
    Writing(io::Error),
}

/// Lines under way for each core: enough that one slow line keeps nobody waiting.
const LINES_PER_CORE: usize = 4;

/// Stack of a worker: what the main thread usually has, so that `batch` can read whatever `check` can.
const STACK: usize = 8 << 20;

/// Writes `work` of each line of `input` to `output`, in order; empty lines are skipped.
///
/// `work` gives the answer with its line end, or nothing. If it panics, `bury`
/// gives the answer instead. Answers are written out whenever the next one is
/// not ready yet, so a program that writes a line and waits gets its answer.
pub fn answer_lines(
    mut input: impl BufRead,
    output: impl Write + Send,
    work: impl Fn(&Line) -> String + Sync,
    bury: impl Fn(&Line, &str) -> String + Sync,
) -> Result<(), LineError> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let (to_workers, work_queue) = sync_channel::<(Line, SyncSender<String>)>(cores);
    let (to_writer, answer_queue) = sync_channel::<Receiver<String>>(cores * LINES_PER_CORE);
    let work_queue = Mutex::new(work_queue);
    thread::scope(|scope| {
        let (work, bury, work_queue) = (&work, &bury, &work_queue);
        for _ in 0..cores {
            let worker = move || answer_all(work_queue, work, bury);
            let thread = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, worker);
            thread.map_err(LineError::Reading)?;
        }
        let writer = scope.spawn(move || write_all(output, &answer_queue));
        let read = read_all(&mut input, &to_workers, &to_writer);
        drop((to_workers, to_writer));
        writer.join().expect("the writer does not panic").map_err(LineError::Writing)?;
        read.map_err(LineError::Reading)
    })
}

fn read_all(
    input: &mut impl BufRead,
    to_workers: &SyncSender<(Line, SyncSender<String>)>,
    to_writer: &SyncSender<Receiver<String>>,
) -> io::Result<()> {
    for number in 1.. {
        let mut bytes = Vec::new();
        if input.read_until(b'\n', &mut bytes)? == 0 {
            break;
        }
        if bytes.trim_ascii().is_empty() {
            continue;
        }
        let (answer, to_come) = sync_channel(1);
        // The writer hangs up when its output is closed: then nobody wants more answers.
        if to_writer.send(to_come).is_err() || to_workers.send((Line { number, bytes }, answer)).is_err() {
            break;
        }
    }
    Ok(())
}

fn answer_all(
    queue: &Mutex<Receiver<(Line, SyncSender<String>)>>,
    work: impl Fn(&Line) -> String,
    bury: impl Fn(&Line, &str) -> String,
) {
    loop {
        let next = queue.lock().expect("nobody panics while holding the queue").recv();
        let Ok((line, answer)) = next else { return };
        let text = catch_unwind(AssertUnwindSafe(|| work(&line))).unwrap_or_else(|panic| {
            let words = panic.downcast_ref::<&str>().copied();
            let words = words.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
            bury(&line, words.unwrap_or("no message"))
        });
        // If the writer has gone there is nobody to answer.
        let _ = answer.send(text);
    }
}

fn write_all(output: impl Write, answers: &Receiver<Receiver<String>>) -> io::Result<()> {
    let mut output = BufWriter::with_capacity(1 << 16, output);
    while let Some(answer) = next_or_flush(answers, &mut output)? {
        if let Some(text) = next_or_flush(&answer, &mut output)? {
            output.write_all(text.as_bytes())?;
        }
    }
    output.flush()
}

/// The next of the queue; what is written so far goes out if there is a wait.
fn next_or_flush<T>(queue: &Receiver<T>, output: &mut impl Write) -> io::Result<Option<T>> {
    match queue.try_recv() {
        Ok(next) => Ok(Some(next)),
        Err(TryRecvError::Disconnected) => Ok(None),
        Err(TryRecvError::Empty) => {
            output.flush()?;
            Ok(queue.recv().ok())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(input: &str, work: impl Fn(&str) -> String + Sync) -> String {
        let mut out = Vec::new();
        let text = |line: &Line| String::from_utf8_lossy(&line.bytes).trim().to_owned();
        answer_lines(
            input.as_bytes(),
            &mut out,
            |line| format!("{}:{}\n", line.number, work(&text(line))),
            |line, words| format!("{}: lost: {words}\n", line.number),
        )
        .expect("memory can be read and written");
        String::from_utf8(out).expect("the answers are text")
    }

    #[test]
    fn answers_keep_the_order_of_the_lines() {
        let input: String = (0..500).map(|n| format!("{n}\n")).collect();
        let out = answers(&input, |line| {
            let n: u64 = line.parse().expect("a number");
            thread::sleep(std::time::Duration::from_micros(n * 7919 % 500));
            line.to_owned()
        });
        let wanted: String = (0..500).map(|n| format!("{}:{n}\n", n + 1)).collect();
        assert_eq!(out, wanted);
    }

    #[test]
    fn a_panic_is_answered_in_its_place() {
        std::panic::set_hook(Box::new(|_| {}));
        let out = answers("a\nb\n\nc", |line| match line {
            "b" => panic!("no such letter"),
            _ => line.to_owned(),
        });
        let _ = std::panic::take_hook();
        assert_eq!(out, "1:a\n2: lost: no such letter\n4:c\n");
    }

    #[test]
    fn empty_input_has_no_answers() {
        assert_eq!(answers("", str::to_owned), "");
    }

    #[test]
    fn a_closed_output_ends_the_reading() {
        struct Closed;
        impl Write for Closed {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::BrokenPipe.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let endless = io::BufReader::new(Endless);
        let error = answer_lines(endless, Closed, |_| "x".repeat(1 << 17), |_, _| String::new());
        assert!(matches!(error, Err(LineError::Writing(e)) if e.kind() == io::ErrorKind::BrokenPipe));
    }

    /// Lines without end.
    struct Endless;

    impl io::Read for Endless {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let whole = into.len() / 2 * 2;
            into[..whole].chunks_exact_mut(2).for_each(|pair| pair.copy_from_slice(b"a\n"));
            Ok(whole)
        }
    }
}
