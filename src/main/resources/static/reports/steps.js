// Draws the diagram and, on each element, what the table says of it; the table is complete without this script.

const LEVELS = 5;
const LARGEST = 3;
const SMALLEST = 0.1;
const SVG = 'http://www.w3.org/2000/svg';

function viewerFrom(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => resolve(window.BpmnJS);
    script.onerror = () => reject(new Error(`${address} is missing`));
    document.head.append(script);
  });
}

/** What the table's lines say: visits, time in all, mean. */
function linesOf(table) {
  return [...table.querySelectorAll('tr[data-row^="step:"]')].map(row => {
    const [visits, time] = row.querySelectorAll('data');
    return { id: row.dataset.row.slice('step:'.length), seconds: Number(time.value), text: `${time.textContent} · ${visits.textContent}×` };
  });
}

function svg(name, attributes, ...children) {
  const node = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([attribute, value]) => node.setAttribute(attribute, value));
  node.append(...children);
  return node;
}

/** Above its element, and readable at any scale. */
function badge(canvas, events, { x, y }, text) {
  const width = text.length * 7.5 + 12;
  const mark = svg('g', { class: 'heat-badge' },
    svg('rect', { x: 0, y: -22, width, height: 20, rx: 10 }),
    svg('text', { x: width / 2, y: -7, 'text-anchor': 'middle' }, text));
  const place = ({ scale }) =>
    mark.setAttribute('transform', `translate(${x} ${y}) scale(${Math.max(1, 0.8 / scale)})`);
  canvas.getLayer('heat', 1000).append(mark);
  events.on('canvas.viewbox.changed', ({ viewbox }) => place(viewbox));
  place(canvas.viewbox());
}

async function draw(place) {
  try {
    const Viewer = await viewerFrom(place.dataset.viewer);
    const answer = await fetch(place.dataset.diagram);
    if (!answer.ok) {
      throw new Error(`${place.dataset.diagram} answered ${answer.status}`);
    }
    // A canvas that is hidden has no size to draw in.
    place.hidden = false;
    const viewer = new Viewer({ container: place.querySelector('.heat-canvas'), zoomScroll: { enabled: false } });
    await viewer.importXML(await answer.text());
    const canvas = viewer.get('canvas');
    const events = viewer.get('eventBus');
    const elements = viewer.get('elementRegistry');
    const lines = linesOf(document.querySelector('[data-table="steps"]')).filter(line => elements.get(line.id));
    const most = Math.max(1, ...lines.map(line => line.seconds));
    for (const { id, seconds, text } of lines) {
      canvas.addMarker(id, `heat-${Math.max(1, Math.ceil(seconds / most * LEVELS))}`);
      badge(canvas, events, elements.get(id), text);
    }
    const show = () => canvas.zoom('fit-viewport');
    show();
    const zooms = { in: 1.25, out: 0.8 };
    for (const button of place.querySelectorAll('[data-zoom]')) {
      button.addEventListener('click', () => button.dataset.zoom === 'all'
        ? show()
        : canvas.zoom(Math.max(SMALLEST, Math.min(LARGEST, canvas.zoom() * zooms[button.dataset.zoom]))));
    }
    const steps = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
    place.querySelector('.heat-canvas').addEventListener('keydown', event => {
      const [dx, dy] = steps[event.key] ?? [];
      if (dx !== undefined) {
        event.preventDefault();
        canvas.scroll({ dx, dy });
      }
    });
    place.dataset.drawn = 'true';
  } catch (failure) {
    place.hidden = true;
    document.querySelector('.heat-failure').hidden = false;
    console.warn('The diagram could not be drawn:', failure);
  }
}

document.querySelectorAll('[data-diagram]').forEach(draw);
