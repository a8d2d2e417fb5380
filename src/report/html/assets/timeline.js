// The line of time: the figures of one topic over the days for which they hold, or on
// which they were published. A hedge is drawn: an arrow for "at least", a bar for "about".

const SVG = 'http://www.w3.org/2000/svg';
const figureCache = new Map();

function svg(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** The dated figures of a topic, in the unit that most of them have, by day. */
function datedFigures(topic) {
  if (figureCache.has(topic.number)) return figureCache.get(topic.number);
  const found = topic.readings.flatMap((reading, number) => reading.claims.map(id => {
    const { article, as_of, at, unit, ...limits } = story.claims[id];
    const day = as_of ?? story.articles[article].published;
    const [low, high] = [limits.low ?? at, limits.high ?? at].map(limit => limit === undefined ? undefined : Number(limit));
    return day ? { id, number, article, day, isAsOf: Boolean(as_of), low, high, at: middle(low, high), unit: unit ?? '' } : null;
  })).filter(point => point && Number.isFinite(point.at));
  const units = new Map();
  for (const { unit } of found) units.set(unit, (units.get(unit) ?? 0) + 1);
  const main = [...units].sort((a, b) => b[1] - a[1])[0]?.[0];
  const points = found.filter(p => p.unit === main).sort((a, b) => a.day < b.day ? -1 : a.day > b.day ? 1 : a.article - b.article);
  figureCache.set(topic.number, points);
  return points;
}

/** Where the dot stands: in the middle of what "about" allows, else on the figure itself. */
function middle(low, high) {
  if (low !== undefined && high !== undefined) return (low + high) / 2;
  return low ?? high;
}

const hasTimeline = topic => new Set(datedFigures(topic).map(p => p.article)).size > 1;

function showTimeline() {
  const topics = story.topics.filter(topic => passes(topic) && hasTimeline(topic))
    .sort((a, b) => days(b).size - days(a).size || a.number - b.number);
  showCount(topics.length);
  if (topics.length === 0) {
    $('timeline-view').replaceChildren(el('p', { class: 'hint' },
      'No topic in view has figures from two articles with a day. Give articles a line `published:` in their header.'));
    return;
  }
  const topic = topics.includes(state.chosen) ? state.chosen : topics[0];
  const pick = el('select', { id: 'timeline-topic' }, topics.map(t => el('option', { value: t.number, selected: t === topic }, `${t.topic} (${t.verdict})`)));
  pick.addEventListener('change', () => drawTimeline(story.topics[Number(pick.value)]));
  $('timeline-view').replaceChildren(
    el('label', { class: 'pick' }, el('span', {}, 'Figures of'), pick),
    el('div', { id: 'timeline' }));
  drawTimeline(topic);
}

const days = topic => new Set(datedFigures(topic).map(p => p.day));

function drawTimeline(topic) {
  const points = datedFigures(topic);
  $('timeline').replaceChildren(
    el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Chart' }, chart(topic, points)), figureTable(topic, points));
}

const [WIDE, HIGH, LEFT, RIGHT, TOP, BOTTOM] = [960, 420, 90, 150, 24, 48];
const wholeNumber = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const dayNumber = day => Date.parse(`${day}T00:00:00Z`) / 86400000;

function chart(topic, points) {
  const ends = points.flatMap(p => [p.low ?? p.at, p.high ?? p.at]);
  let [least, most] = [Math.min(...ends), Math.max(...ends)];
  const air = (most - least || Math.abs(most) || 1) * 0.12;
  [least, most] = [least - air, most + air];
  const [first, last] = [dayNumber(points[0].day), dayNumber(points.at(-1).day)];
  const across = day => last === first ? (LEFT + WIDE - RIGHT) / 2
    : LEFT + 30 + (dayNumber(day) - first) / (last - first) * (WIDE - LEFT - RIGHT - 60);
  const up = value => TOP + (most - value) / (most - least) * (HIGH - TOP - BOTTOM);
  const drawing = svg('svg', { viewBox: `0 0 ${WIDE} ${HIGH}`, role: 'img', 'aria-label': `${topic.topic}: ${several(points.length, 'figure')} over time; the table below has them all` });
  for (const value of ticks(least, most)) {
    drawing.append(svg('line', { x1: LEFT, x2: WIDE - RIGHT, y1: up(value), y2: up(value), class: 'grid' }),
      svg('text', { x: LEFT - 10, y: up(value) + 4, 'text-anchor': 'end', class: 'axis' }, wholeNumber.format(value)));
  }
  for (const day of spaced([...new Set(points.map(p => p.day))], across)) {
    drawing.append(svg('text', { x: across(day), y: HIGH - 16, 'text-anchor': 'middle', class: 'axis' }, day));
  }
  const taken = [];
  const seen = new Map();
  for (const alike of together(points)) {
    const { day, at } = alike[0];
    const same = seen.get(day + at) ?? 0;
    seen.set(day + at, same + 1);
    drawing.append(dot(alike, across(day) + same * 9, up, taken, same));
  }
  return drawing;
}

/** Figures of one reading, of one day and with one meaning are one dot. */
function together(points) {
  const dots = new Map();
  for (const point of points) {
    const key = [point.day, point.number, point.low, point.high].join(' ');
    dots.set(key, [...(dots.get(key) ?? []), point]);
  }
  return [...dots.values()];
}

/** More articles than this are counted in the label of a dot. */
const DOT_NAMES = 2;

/** "A 67,160 Courier, Herald and 2 more". */
function dotLabel(points) {
  const names = [...new Set(points.map(point => story.articles[point.article].name))];
  const more = names.length - DOT_NAMES;
  const told = names.slice(0, DOT_NAMES).join(', ') + (more > 0 ? ` and ${more} more` : '');
  return `${letter(points[0].number)} ${wholeNumber.format(points[0].at)} ${told}`;
}

/** Round values between two others, four or five of them. */
function ticks(least, most) {
  const rough = (most - least) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map(n => n * power).find(n => n >= rough);
  const found = [];
  for (let value = Math.ceil(least / step) * step; value <= most; value += step) found.push(value);
  return found;
}

/** Days whose labels do not run into one another. */
function spaced(labels, across) {
  let end = -Infinity;
  return labels.filter(day => across(day) - end > 90 && (end = across(day), true));
}

function dot(points, x, up, taken, same) {
  const { id, at, low, high, number } = points[0];
  const group = svg('g', { class: `dot r${number % 6}`, 'data-claim': id });
  if (low !== undefined && high !== undefined && low !== high) {
    group.append(svg('line', { x1: x, x2: x, y1: up(low), y2: up(high), class: 'span' }));
  } else if (high === undefined || low === undefined) {
    const way = high === undefined ? -1 : 1;
    group.append(svg('path', { d: `M${x} ${up(at)}v${way * 26}m-4 ${way * -7}l4 ${way * 7}l4 ${way * -7}`, class: 'span' }));
  }
  group.append(svg('circle', { cx: x, cy: up(at), r: 5.5 }));
  const told = point => `${story.articles[point.article].name}, ${point.day}: ${claimWords(story.claims[point.id])}`;
  group.append(svg('title', {}, points.map(told).join('\n')));
  // A label goes under the one it would cover; after a few, the dot and the table must do.
  let y = up(at) + 4;
  const label = dotLabel(points);
  // On the right the label would leave the drawing, so it stands before its dot.
  const width = label.length * 7;
  const isBefore = x + 11 + width > WIDE;
  const left = isBefore ? x - 11 - width : x;
  while (taken.some(t => Math.abs(t.y - y) < 14 && t.left < left + width && left < t.left + t.width)) y += 14;
  if (y < up(at) + 60 && y < HIGH - BOTTOM + 8) {
    taken.push({ left, width: width + 11, y });
    const place = isBefore ? { x: x - 11, 'text-anchor': 'end' } : { x: x + 11 - same * 9 };
    group.append(svg('text', { ...place, y }, label));
  }
  return group;
}

function figureTable(topic, points) {
  const line = point => el('tr', {},
    el('td', {}, point.day, el('span', { class: 'extra' }, point.isAsOf ? ' as of' : ' published')),
    el('td', {}, quoted(story.articles[point.article].name)),
    el('td', {}, el('b', { class: `letter r${point.number % 6}` }, letter(point.number)), ' ', quoted(claimWords(story.claims[point.id]))),
    el('td', { class: 'sentence' }, el('a', { href: anchor(topic), 'data-topic': topic.number, 'data-claim': point.id }, lineInWords(story.claims[point.id], 'line ')), ' ',
      sentence(story.claims[point.id], point.number)));
  const head = ['Day', 'Article', 'Figure', 'Sentence'].map(name => el('th', { scope: 'col' }, name));
  return el('table', { class: 'figures' }, el('caption', { class: 'vh' }, `Figures of ${topic.topic} by day`),
    el('thead', {}, el('tr', {}, head)), el('tbody', {}, points.map(line)));
}
