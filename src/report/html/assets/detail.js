// The chosen difference: its readings, every claim with its sentence, and its mark.

/** Claims of a reading shown at once; the rest waits behind a button. */
const FIRST_CLAIMS = 6;

function showDetail() {
  const topic = state.chosen;
  $('chosen').replaceChildren(...(topic ? detail(topic) : [el('p', { class: 'hint', id: 'topic' }, emptyHint())]));
  $('detail').scrollTop = 0;
}

const emptyHint = () => inView.length ? 'Choose a difference from the list, or press j.' : nothing();

function detail(topic) {
  const facts = [severity(topic), topic.verdict === 'unsupported' ? 'no other article' : `${topic.confidence} confidence`,
    topic.scope === 'internal' && isDiscrepancy(topic) ? 'inside one article' : null].filter(Boolean);
  return [
    el('header', { class: 'headline' },
      el('p', { class: 'kicker' }, el('span', { class: `verdict v-${topic.verdict}` }, topic.verdict), ` ${topic.kind}`),
      el('h2', { id: 'topic', tabindex: '-1' }, quoted(topic.topic)),
      el('p', { class: 'facts' }, facts.join(' · '),
        topic.verdict === 'unsupported' ? null : [' · ', el('code', { title: topic.fingerprint }, topic.fingerprint.slice(0, 8))])),
    el('ol', { class: 'readings' }, topic.readings.map((reading, number) => side(topic, reading, number))),
    el('dl', { class: 'reason' },
      el('div', {}, el('dt', {}, 'Why'), el('dd', {}, quoted(topic.reason))),
      topic.hint ? el('div', {}, el('dt', {}, 'Known'), el('dd', {}, quoted(topic.hint))) : null),
    isDiscrepancy(topic) ? marker(topic) : null,
  ].filter(Boolean);
}

function side(topic, reading, number) {
  const claims = reading.claims.slice(0, FIRST_CLAIMS).map(id => place(id, number));
  const more = reading.claims.length - FIRST_CLAIMS;
  const button = more > 0
    ? el('button', { type: 'button', class: 'more', 'data-reading': number }, `Show ${several(more, 'more place')}`) : null;
  return el('li', { class: 'reading' },
    el('h3', {}, el('b', { class: `letter r${number % 6}` }, letter(number)), ' ',
      el('span', { class: 'value' }, quoted(reading.value))),
    el('p', { class: 'sources' }, `${several(reading.witnesses, 'witness', 'witnesses')}: `, quoted(sources(reading))),
    el('ul', { class: 'places' }, claims), button);
}

/** A claim with its sentence; its place in the article is one click away. */
function place(id, number) {
  const claim = story.claims[id];
  const article = story.articles[claim.article];
  const says = claim.attribution ? ['on the word of ', quoted(words(claim.article, claim.attribution))] : null;
  const asOf = claim.as_of ? `as of ${claim.as_of}` : null;
  const extra = [says, asOf].filter(Boolean).flatMap(part => [' · ', part].flat());
  return el('li', {},
    el('button', { type: 'button', class: 'at', 'data-claim': id }, `${article.name}:${lineInWords(claim)}`),
    el('span', { class: 'extra' }, extra),
    el('blockquote', { dir: 'auto' }, sentence(claim, number)));
}

function marker(topic) {
  const mark = markOf(topic);
  const names = { open: 'Open', real: 'Real', fine: 'Fine…' };
  const button = name => el('button', {
    type: 'button', 'data-state': name, 'aria-pressed': String(mark.state === name),
    'aria-keyshortcuts': { open: 'o', real: 'r', fine: 'a' }[name],
  }, names[name]);
  const because = mark.state === 'fine' ? el('p', { class: 'because' }, quoted(markInWords({ ...mark, note: '' }))) : null;
  const note = el('textarea', { id: 'note', rows: 1, placeholder: 'What you found, whom you asked', 'aria-keyshortcuts': 'n' });
  note.value = mark.note ?? '';
  return el('section', { class: 'marker', 'aria-label': 'Your mark' },
    el('div', { class: 'states', role: 'group', 'aria-label': 'Mark' }, STATES.map(button)),
    because, el('label', { class: 'note' }, el('span', {}, 'Note'), note));
}

/** Shows the mark anew, with the focus where it was. */
function showMark(topic) {
  const old = $('chosen').querySelector('.marker');
  if (state.chosen?.fingerprint !== topic.fingerprint || !old || $('note') === document.activeElement) return;
  const focused = old.contains(document.activeElement) ? document.activeElement.dataset.state : null;
  const fresh = marker(topic);
  old.replaceWith(fresh);
  if (focused) fresh.querySelector(`[data-state="${focused}"]`).focus();
}

/** Marks the chosen topic; *fine* asks for a reason first. */
function markChosen(name) {
  const topic = state.chosen;
  if (!topic || !isDiscrepancy(topic)) return;
  if (name === 'fine') return askReason(topic);
  setMark(topic, { state: name });
  say(`Marked as ${name}`);
}

/** The topic for which a reason is asked: another may be chosen before the answer comes. */
let asked = null;

function askReason(topic) {
  asked = topic;
  const mark = markOf(topic);
  $('accept-topic').replaceChildren(quoted(topic.topic), `: ${topic.readings.map(r => r.value).join(' / ')}`);
  $('because').value = mark.because ?? '';
  $('by').value = mark.by ?? store.read('factdiff:by') ?? '';
  $('until').value = mark.until ?? '';
  checkReason();
  $('accept').returnValue = '';
  $('accept').showModal();
  $('because').focus();
}

function startDetail() {
  $('chosen').addEventListener('click', ({ target }) => {
    const button = target.closest('button');
    if (button?.dataset.state) markChosen(button.dataset.state);
    else if (button?.dataset.claim) showPlace(Number(button.dataset.claim));
    else if (button?.dataset.reading) {
      const number = Number(button.dataset.reading);
      const rest = state.chosen.readings[number].claims.slice(FIRST_CLAIMS);
      button.previousElementSibling.append(...rest.map(id => place(id, number)));
      button.remove();
    }
  });
  $('chosen').addEventListener('change', ({ target }) => {
    if (target.id === 'note') setMark(state.chosen, { note: target.value.trim() || undefined });
  });
  $('accept').addEventListener('click', ({ target }) => {
    if (target.dataset.reason) {
      $('because').value = target.dataset.reason;
      checkReason();
      $('because').focus();
    }
  });
  $('accept').addEventListener('close', () => {
    const because = $('because').value.trim();
    if ($('accept').returnValue !== 'fine' || !because) return;
    const by = $('by').value.trim() || undefined;
    store.write('factdiff:by', by ?? null);
    setMark(asked, { state: 'fine', because, by, on: today(), until: $('until').value || undefined });
    say('Marked as fine');
  });
  $('because').addEventListener('input', checkReason);
}

/** Spaces are no reason. */
function checkReason() {
  $('because').setCustomValidity($('because').value.trim() ? '' : 'Say why both may stand');
}
