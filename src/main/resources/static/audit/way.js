// Draws the way that a ticket took on the diagram as it was deployed, and joins it with the table, which is complete without this
// script. Nothing from a file becomes HTML here.

import { around, boxOf, drawing, everything, showBox, steer, svg, viewerFrom, zoom } from '/changes.js';

const STRONGEST = ['STILL_THERE', 'CANCELLED', 'COMPLETED'];

/** The rows of each element that is drawn: its passages. */
function passages(section, { elements }) {
  const rows = new Map();
  for (const row of section.querySelectorAll('[data-way-element]')) {
    const id = row.dataset.wayElement;
    if (elements.get(id)) {
      rows.set(id, [...rows.get(id) ?? [], row]);
    }
  }
  return rows;
}

/** How an element looks that was passed several times: as it was left the last time. */
function leftOf(rows) {
  const last = rows[rows.length - 1].dataset.wayLeft;
  return STRONGEST.includes(last) ? last : 'COMPLETED';
}

/** The numbers of an element's passages, however many there are. */
function numbersOf(rows) {
  const numbers = rows.map(row => row.dataset.wayNumber);
  return numbers.length > 3 ? `${numbers[0]}…${numbers[numbers.length - 1]}` : numbers.join(',');
}

function badge({ canvas, elements, events }, id, rows, choose) {
  const { x, y, width } = elements.get(id);
  const numbers = numbersOf(rows);
  const wide = 12 + 8 * numbers.length;
  const mark = svg('g', { class: `way-badge way-${leftOf(rows)}` },
    svg('rect', { x: -wide / 2, y: -11, width: wide, height: 22, rx: 11 }), svg('text', {}, numbers));
  const place = ({ scale }) => mark.setAttribute(
    'transform', `translate(${x + width} ${y}) scale(${Math.max(1, 0.7 / scale)})`);
  mark.addEventListener('click', () => choose(rows[0], true));
  canvas.getLayer('way', 1000).append(mark);
  events.on('canvas.viewbox.changed', ({ viewbox }) => place(viewbox));
  place(canvas.viewbox());
}

/** Brings a part into the middle, as large as everything is. */
function centre(canvas, box) {
  const { width, height } = canvas.viewbox();
  canvas.viewbox({ x: (box.left + box.right - width) / 2, y: (box.top + box.bottom - height) / 2, width, height });
}

function join(section, drawn, rows) {
  const { canvas, elements, events } = drawn;
  let chosen;

  function choose(row, scroll) {
    const id = row.dataset.wayElement;
    if (chosen) {
      chosen.removeAttribute('aria-current');
      canvas.removeMarker(chosen.dataset.wayElement, 'way-chosen');
    }
    chosen = row;
    row.setAttribute('aria-current', 'true');
    canvas.addMarker(id, 'way-chosen');
    if (scroll) {
      row.scrollIntoView({ block: 'center' });
      row.querySelector('button').focus({ preventScroll: true });
    } else {
      centre(canvas, boxOf(elements.get(id)));
      section.querySelector('.canvas').scrollIntoView({ block: 'nearest' });
    }
  }

  for (const [id, passed] of rows) {
    canvas.addMarker(id, `way-${leftOf(passed)}`);
    badge(drawn, id, passed, choose);
    for (const row of passed) {
      const name = row.querySelector('[data-way-label] > :first-child');
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'way-go';
      button.append(...name.childNodes);
      button.addEventListener('click', () => choose(row, false));
      name.append(button);
    }
  }
  for (const flow of section.dataset.wayFlows.split(' ').filter(id => id && elements.get(id))) {
    canvas.addMarker(flow, 'way-flow');
  }
  events.on('element.click', ({ element }) => {
    const passed = rows.get((element.labelTarget ?? element).id);
    if (passed) {
      choose(passed[(passed.indexOf(chosen) + 1) % passed.length], true);
    }
  });
}

function toolbar(section, drawn, rows) {
  const wayBox = () => around([...rows.keys()].map(id => boxOf(drawn.elements.get(id))));
  const actions = {
    in: () => zoom(drawn, 1.25),
    out: () => zoom(drawn, 1 / 1.25),
    way: () => showBox([drawn], wayBox() ?? everything([drawn])),
    all: () => showBox([drawn], everything([drawn]))
  };
  for (const button of section.querySelectorAll('[data-way-zoom]')) {
    button.addEventListener('click', actions[button.dataset.wayZoom]);
  }
  actions.way();
}

async function show(section) {
  const place = section.querySelector('.drawing');
  try {
    const Viewer = await viewerFrom(section.dataset.wayViewer);
    // A canvas that is hidden has no size to draw in.
    place.hidden = false;
    const canvas = section.querySelector('.canvas');
    const drawn = await drawing(canvas, section.dataset.wayFile, Viewer);
    const rows = passages(section, drawn);
    steer(canvas, drawn);
    join(section, drawn, rows);
    toolbar(section, drawn, rows);
    new ResizeObserver(() => drawn.canvas.resized()).observe(canvas);
    section.dataset.way = 'drawn';
  } catch (failure) {
    place.hidden = true;
    section.querySelector('[data-way-failure]').hidden = false;
    console.warn('The way could not be drawn:', failure);
  }
}

document.querySelectorAll('[data-way]').forEach(show);
