// Marks: what the checker holds of each difference. They are kept in the browser under
// the fingerprint, so that a report made anew finds them again; where the browser keeps
// nothing, they live as long as the page.

const MARK_KEY = 'factdiff:mark:';
const KEPT_KEY = `factdiff:kept:${location.pathname}`;

const store = {
  memory: new Map(),
  refused: false,
  read(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      this.refused = true;
      return this.memory.get(key) ?? null;
    }
  },
  write(key, value) {
    try {
      value === null ? localStorage.removeItem(key) : localStorage.setItem(key, value);
    } catch {
      this.refused = true;
      value === null ? this.memory.delete(key) : this.memory.set(key, value);
    }
  },
  /** What was written as JSON; what somebody else wrote there counts as nothing. */
  readJson(key) {
    try {
      return JSON.parse(this.read(key));
    } catch {
      return null;
    }
  },
};

const STATES = ['open', 'real', 'fine'];
const OPEN = { state: 'open' };
const markCache = new Map();

/** The mark of a topic: `{state, because, by, on, until, note}`. */
function markOf(topic) {
  let mark = markCache.get(topic.fingerprint);
  if (!mark) {
    const kept = store.readJson(MARK_KEY + topic.fingerprint);
    mark = STATES.includes(kept?.state) ? kept : acceptedMark(topic);
    markCache.set(topic.fingerprint, mark);
  }
  return mark;
}

/** What the file of accepted differences said when the report was made. */
const acceptedMark = topic => topic.accepted ? { state: 'fine', ...topic.accepted } : OPEN;

/** Sets parts of a mark, keeps it, and tells the views. */
function setMark(topic, change) {
  const mark = { ...markOf(topic), ...change };
  if (mark.state !== 'fine') {
    for (const key of ['because', 'by', 'on', 'until']) delete mark[key];
  }
  markCache.set(topic.fingerprint, mark);
  // "Open" is written too where the file said otherwise.
  const isNothing = mark.state === 'open' && !mark.note && !topic.accepted;
  store.write(MARK_KEY + topic.fingerprint, isNothing ? null : JSON.stringify(mark));
  document.dispatchEvent(new CustomEvent('marked', { detail: topic }));
}

/** Today, where the checker is. */
function today() {
  const now = new Date();
  const two = number => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** "fine: two counters", for people who cannot see a colour, and for paper. */
function markInWords(mark) {
  const note = mark.note ? ` · note: ${mark.note}` : '';
  if (mark.state !== 'fine') return mark.state + note;
  const by = mark.by ? `, ${mark.by}` : '';
  const until = mark.until ? `, until ${mark.until}` : '';
  return `fine: ${mark.because}${by}${until}${note}`;
}

/** Each fingerprint once: two topics may share one. */
function topicsOnce() {
  const seen = new Set();
  return story.topics.filter(({ fingerprint }) => !seen.has(fingerprint) && seen.add(fingerprint));
}

/** Imported acceptances of other stories: not shown, and exported again as they came. */
const keptEntries = () => (list => Array.isArray(list) ? list : [])(store.readJson(KEPT_KEY));

/** What the file of accepted differences should say: every *fine*, and what was imported. */
function acceptedEntries() {
  const ours = topicsOnce().filter(topic => markOf(topic).state === 'fine').map(topic => {
    const { because, by, on, until } = markOf(topic);
    const { fingerprint, kind, topic: about } = topic;
    return { fingerprint, kind, topic: about, because, by, on, until };
  });
  return [...ours, ...keptEntries()];
}

/** Every mark, for a colleague. */
function allMarks() {
  const marked = topicsOnce().filter(topic => markOf(topic).state !== 'open' || markOf(topic).note);
  return {
    factdiff_marks: 1,
    marks: marked.map(topic => ({
      fingerprint: topic.fingerprint, kind: topic.kind, topic: topic.topic, ...markOf(topic),
    })),
  };
}

/** Takes in a file of either sort; what it did, in words. Throws an `Error` on any other. */
function importMarks(text) {
  const isJson = text.trimStart().startsWith('{');
  const entries = isJson ? marksIn(text) : readAccepted(text).map(entry => ({ ...entry, state: 'fine' }));
  const topics = new Map(topicsOnce().map(topic => [topic.fingerprint, topic]));
  // A person may have written only the start of a fingerprint.
  const found = ({ fingerprint }) => topics.get(fingerprint)
    ?? (fingerprint.length >= 6 ? [...topics.values()].filter(t => t.fingerprint.startsWith(fingerprint)) : []).at(0);
  const others = [];
  for (const entry of entries) {
    const { fingerprint, kind, topic: about, ...mark } = entry;
    const topic = found(entry);
    if (topic) setMark(topic, mark);
    else if (mark.state === 'fine') others.push({ fingerprint, kind, topic: about, ...mark, state: undefined });
  }
  const news = new Set(others.map(entry => entry.fingerprint));
  const kept = [...keptEntries().filter(entry => !news.has(entry.fingerprint)), ...others];
  store.write(KEPT_KEY, kept.length ? JSON.stringify(kept) : null);
  const here = several(entries.length - others.length, 'mark');
  const rest = others.length ? `; ${others.length} of other stories kept for the next export` : '';
  return `Imported ${here}${rest}.`;
}

function marksIn(text) {
  const { marks } = JSON.parse(text);
  const isMark = mark => typeof mark?.fingerprint === 'string' && STATES.includes(mark.state)
    && ['because', 'by', 'on', 'until', 'note'].every(key => ['string', 'undefined'].includes(typeof mark[key]))
    && (mark.state !== 'fine' || mark.because?.trim());
  if (!Array.isArray(marks) || !marks.every(isMark)) throw new Error('this JSON holds no marks of factdiff');
  return marks;
}
