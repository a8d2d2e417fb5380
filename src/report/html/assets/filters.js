// Filters: which topics are in view. One state for all views but for the verdicts:
// the list is about differences, the matrix about agreement as well.

/** The verdicts that each view shows at first. */
const COMPARED = VERDICTS.filter(verdict => verdict !== 'unsupported');
const FIRST = { differences: VERDICTS.slice(0, 4), matrix: COMPARED, timeline: COMPARED };

const state = {
  view: 'differences',
  chosen: null,
  find: [],
  kind: '',
  article: '',
  mark: '',
  confidence: story.least,
  verdicts: {
    differences: new Set(FIRST.differences),
    matrix: new Set(FIRST.matrix),
    timeline: new Set(FIRST.timeline),
  },
};

/** True for a topic that every filter lets through. */
function passes(topic, view = state.view) {
  // Confidence is about a difference; what agrees has nothing to be unsure of.
  const isSure = STEPS.indexOf(topic.confidence) >= STEPS.indexOf(state.confidence);
  return state.verdicts[view].has(topic.verdict)
    && (isSure || !isDiscrepancy(topic))
    && (!state.kind || topic.kind === state.kind)
    && (state.article === '' || topic.articles.has(Number(state.article)))
    && (!state.mark || markOf(topic).state === state.mark)
    && state.find.every(word => haystack(topic).includes(word) || (markOf(topic).note ?? '').toLowerCase().includes(word));
}

/** Fills the choices with what the story has, and listens. */
function startFilters(changed) {
  const kinds = [...new Set(story.topics.map(topic => topic.kind))].sort();
  $('kind').append(...kinds.map(kind => el('option', { value: kind }, kind)));
  $('article').append(...story.articles.map((article, number) => el('option', { value: number }, article.name)));
  for (const verdict of VERDICTS) {
    const count = story.topics.filter(topic => topic.verdict === verdict).length;
    if (count === 0) continue;
    const box = el('input', { type: 'checkbox', value: verdict });
    $('verdicts').append(el('label', { class: `chip v-${verdict}` }, box, el('span', {}, verdict), el('b', {}, String(count))));
  }
  $('verdicts').addEventListener('change', ({ target }) => {
    const chosen = state.verdicts[state.view];
    target.checked ? chosen.add(target.value) : chosen.delete(target.value);
    changed();
  });
  $('find').addEventListener('input', () => {
    state.find = $('find').value.toLowerCase().split(/\s+/).filter(Boolean);
    changed();
  });
  for (const name of ['kind', 'confidence', 'article', 'mark']) {
    $(name).addEventListener('change', () => {
      state[name] = $(name).value;
      changed();
    });
  }
  $('clear').addEventListener('click', () => {
    Object.assign(state, { find: [], kind: '', article: '', mark: '', confidence: story.least });
    $('find').value = '';
    for (const [view, verdicts] of Object.entries(FIRST)) state.verdicts[view] = new Set(verdicts);
    showFilters();
    changed();
  });
  $('filters-toggle').setAttribute('aria-expanded', 'false');
  $('filters-toggle').addEventListener('click', () => {
    const isOpen = $('filters').toggleAttribute('data-open');
    $('filters-toggle').setAttribute('aria-expanded', String(isOpen));
  });
  showFilters();
}

/** Shows the state in the controls: another view has other verdicts. */
function showFilters() {
  for (const name of ['kind', 'confidence', 'article', 'mark']) $(name).value = state[name];
  for (const box of $('verdicts').querySelectorAll('input')) {
    box.checked = state.verdicts[state.view].has(box.value);
  }
}

/** True when some filter is not as it was at first. */
function isFiltered() {
  const first = FIRST[state.view];
  const chosen = state.verdicts[state.view];
  return state.find.length > 0 || state.confidence !== story.least
    || Boolean(state.kind || state.article || state.mark) || first.some(v => !chosen.has(v)) || chosen.size !== first.length;
}

/** Says how many are in view, and how many the confidence alone keeps out. */
function showCount(inView) {
  const unsure = story.topics.filter(topic => isDiscrepancy(topic)
    && STEPS.indexOf(topic.confidence) < STEPS.indexOf(state.confidence)).length;
  $('clear').hidden = !isFiltered();
  const hidden = unsure ? `, ${unsure} less sure hidden` : '';
  $('shown').textContent = `${inView} of ${story.topics.length} shown${hidden}`;
}
