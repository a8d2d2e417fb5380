//! Work on a list, spread over threads; the results keep the order of the list.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Applies `work` to each of the `items` on at most so many threads.
///
/// One thread means the caller's own. A panic in `work` is passed on.
pub fn over<'t, T: Sync, R: Send>(
    threads: usize,
    items: &'t [T],
    work: impl Fn(&'t T) -> R + Sync,
) -> Vec<R> {
    let threads = threads.min(items.len());
    if threads < 2 {
        return items.iter().map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, R)>> = Mutex::new(Vec::with_capacity(items.len()));
    let worker = || {
        while let Some((number, item)) = take(&next, items) {
            let result = work(item);
            done.lock().expect("no worker panics while it holds the list").push((number, result));
        }
    };
    thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(worker);
        }
        worker();
    });
    let mut done = done.into_inner().expect("a worker's panic has ended the scope already");
    done.sort_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, result)| result).collect()
}

fn take<'t, T>(next: &AtomicUsize, items: &'t [T]) -> Option<(usize, &'t T)> {
    let number = next.fetch_add(1, Ordering::Relaxed);
    items.get(number).map(|item| (number, item))
}

#[cfg(test)]
mod tests {
    use super::over;

    #[test]
    fn the_order_of_the_list_is_kept_on_any_number_of_threads() {
        let items: Vec<u32> = (0..100).collect();
        let squares: Vec<u32> = items.iter().map(|n| n * n).collect();
        for threads in [0, 1, 2, 7, 200] {
            assert_eq!(over(threads, &items, |n| n * n), squares, "{threads} threads");
        }
        assert_eq!(over(4, &[] as &[u32], |n| n * n), [0u32; 0]);
    }
}
