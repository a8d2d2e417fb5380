// Marks out of the browser and into it: the file factdiff reads, and one of all marks.

/** Offers `text` as a file; the browser asks where, or puts it with the downloads. */
function save(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = el('a', { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

function showExchange() {
  const marks = topicsOnce().filter(isDiscrepancy).map(topic => markOf(topic).state);
  const count = name => marks.filter(mark => mark === name).length;
  $('exchange-state').textContent = `${count('fine')} fine, ${count('real')} real, ${count('open')} open.`
    + (store.refused ? ' This browser keeps nothing for pages from disk: export before you close the page.' : '');
  $('export-text').value = writeAccepted(acceptedEntries());
}

function startExchange() {
  $('exchange-open').addEventListener('click', () => {
    $('import-state').textContent = '';
    showExchange();
    $('exchange').showModal();
  });
  $('export-toml').addEventListener('click', () =>
    save('factdiff-accepted.toml', 'application/toml', writeAccepted(acceptedEntries())));
  $('export-json').addEventListener('click', () =>
    save('factdiff-marks.json', 'application/json', JSON.stringify(allMarks(), null, 2) + '\n'));
  $('import').addEventListener('change', async () => {
    const [file] = $('import').files;
    if (!file) return;
    try {
      $('import-state').textContent = importMarks(await file.text());
      showExchange();
    } catch (cause) {
      $('import-state').textContent = `Nothing imported from ${file.name}: ${cause.message}`;
    }
    $('import').value = '';
  });
}

/** How far the checking has come, in the head of the page. */
function showProgress() {
  const found = topicsOnce().filter(topic => isDiscrepancy(topic) && STEPS.indexOf(topic.confidence) >= STEPS.indexOf(story.least));
  const done = found.filter(topic => markOf(topic).state !== 'open').length;
  const parts = [several(story.articles.length, 'article'), several(found.length, 'difference')];
  if (done) parts.push(`${done} checked`);
  if (store.refused && done) parts.push('marks are not kept: export them');
  $('progress').textContent = parts.join(' · ');
}
