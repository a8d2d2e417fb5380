// Keys of one letter, for those who read a hundred of these; and light and dark.
// They can be switched off: with a voice for a keyboard, letters are words.

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  ArrowDown: event => inList(event) && step(1),
  ArrowUp: event => inList(event) && step(-1),
  Enter: event => readChosen(event),
  a: () => markChosen('fine'),
  r: () => markChosen('real'),
  o: () => markChosen('open'),
  n: () => $('note')?.focus(),
  '[': () => stepPlace(-1),
  ']': () => stepPlace(1),
  '/': () => $('find').focus(),
  1: () => go('differences'),
  2: () => go('matrix'),
  3: () => go('timeline'),
  '?': () => $('help').showModal(),
};

const inList = ({ target }) => $('list').contains(target);

function step(by) {
  if (state.view !== 'differences') go('differences');
  const next = neighbour(by);
  if (!next) return false;
  choose(next);
  const link = entries.get(next.number)?.firstElementChild;
  link?.focus({ preventScroll: true });
  return true;
}

/** Enter on a link or a button is theirs; elsewhere it opens what is chosen. */
function readChosen({ target }) {
  if (target.closest('a, button, select, summary') || !state.chosen) return false;
  openTopic(state.chosen);
  return true;
}

function startKeys() {
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === 'Escape') return leave(event);
    const isTyping = event.target.closest('input:not([type=checkbox]), textarea, select, dialog');
    const does = KEYS[event.key];
    const isLetter = event.key.length === 1;
    if (!does || isTyping || (isLetter && store.read('factdiff:keys') === 'off')) return;
    if (does(event) !== false) event.preventDefault();
  });
  $('keys-on').checked = store.read('factdiff:keys') !== 'off';
  $('keys-on').addEventListener('change', () => store.write('factdiff:keys', $('keys-on').checked ? null : 'off'));
  $('help-open').addEventListener('click', () => $('help').showModal());
  document.addEventListener('click', ({ target }) => {
    if (target.dataset?.close) $(target.dataset.close).close();
  });
}

/** Out of a field, then out of the chosen difference. A dialog closes by itself. */
function leave({ target }) {
  if (document.querySelector('dialog[open]')) return;
  if (target.closest('input, textarea, select')) target.blur();
  const link = state.chosen && entries.get(state.chosen.number)?.firstElementChild;
  closeDetail();
  link?.focus();
}

/** Light or dark: as the system has it, until the button says otherwise. */
function startTheme() {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const chosen = () => store.read('factdiff:theme');
  const show = () => {
    const theme = chosen() ?? (system.matches ? 'dark' : 'light');
    document.documentElement.dataset.theme = theme;
    $('theme').textContent = theme === 'dark' ? 'Light' : 'Dark';
  };
  $('theme').addEventListener('click', () => {
    const other = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
    const isSystem = other === (system.matches ? 'dark' : 'light');
    store.write('factdiff:theme', isSystem ? null : other);
    show();
  });
  system.addEventListener('change', show);
  show();
}
