// Draws both versions of a diagram and joins them with the list of changes, which is complete without this script.
// Nothing from a file becomes HTML here; what is said stands in the page already.

const SIGNS = { added: '+', removed: '−', changed: '✎', moved: '⇄' };
const SVG = 'http://www.w3.org/2000/svg';
const PADDING = 80;
const LARGEST = 1;
const SMALLEST = 0.1;
const READABLE = 0.45;
const STEP = 60;
const ARROWS = { ArrowLeft: [STEP, 0], ArrowRight: [-STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP] };

let viewer;

/** The viewer's script, once however many diagrams the page has. It is no module: it leaves window.BpmnJS. */
export function viewerFrom(address) {
  viewer ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => resolve(window.BpmnJS);
    script.onerror = () => reject(new Error(`${address} is missing`));
    document.head.append(script);
  });
  return viewer;
}

async function fileAt(address) {
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new Error(`${address} answered ${answer.status}`);
  }
  return answer.text();
}

/** One version on its canvas. */
export async function drawing(canvas, address, Viewer) {
  const diagram = new Viewer({
    container: canvas,
    // The other side must follow at once, and a page is scrolled by the wheel even over a drawing.
    canvas: { deferUpdate: false },
    zoomScroll: { enabled: false }
  });
  await diagram.importXML(await fileAt(address));
  return {
    side: canvas.dataset.changeSide,
    diagram,
    canvas: diagram.get('canvas'),
    elements: diagram.get('elementRegistry'),
    events: diagram.get('eventBus')
  };
}

export function boxOf(element) {
  if (!element.waypoints) {
    return { left: element.x, top: element.y, right: element.x + element.width, bottom: element.y + element.height };
  }
  const across = element.waypoints.map(point => point.x);
  const down = element.waypoints.map(point => point.y);
  return {
    left: Math.min(...across), top: Math.min(...down), right: Math.max(...across), bottom: Math.max(...down)
  };
}

export function around(boxes) {
  return boxes.length === 0 ? null : {
    left: Math.min(...boxes.map(box => box.left)),
    top: Math.min(...boxes.map(box => box.top)),
    right: Math.max(...boxes.map(box => box.right)),
    bottom: Math.max(...boxes.map(box => box.bottom))
  };
}

function scaleFor({ canvas }, box) {
  const { outer } = canvas.viewbox();
  const width = box.right - box.left + 2 * PADDING;
  const height = box.bottom - box.top + 2 * PADDING;
  return Math.max(SMALLEST, Math.min(LARGEST, outer.width / width, outer.height / height));
}

/** The box in the middle of the first canvas; the others follow. */
export function showBox(drawings, box) {
  if (!box) {
    return;
  }
  drawings.shown = box;
  const { canvas } = drawings[0];
  const { outer } = canvas.viewbox();
  const scale = scaleFor(drawings[0], box);
  canvas.viewbox({
    x: (box.left + box.right - outer.width / scale) / 2,
    y: (box.top + box.bottom - outer.height / scale) / 2,
    width: outer.width / scale,
    height: outer.height / scale
  });
}

export function everything(drawings) {
  return around(drawings.flatMap(({ elements, canvas }) => elements
    .filter(element => element !== canvas.getRootElement() && !element.labelTarget)
    .map(boxOf)));
}

function versionsOf(drawings, id) {
  return drawings.map(({ elements }) => elements.get(id)).filter(Boolean);
}

function couple(drawings) {
  let leading = false;
  for (const leader of drawings) {
    leader.events.on('canvas.viewbox.changed', ({ viewbox }) => {
      if (leading) {
        return;
      }
      leading = true;
      const { x, y, width, height } = viewbox;
      drawings.filter(follower => follower !== leader)
        .forEach(follower => follower.canvas.viewbox({ x, y, width, height }));
      leading = false;
    });
  }
}

export function zoom({ canvas }, factor, point) {
  canvas.zoom(Math.max(SMALLEST, Math.min(3, canvas.zoom() * factor)), point);
}

export function steer(node, drawing) {
  node.addEventListener('wheel', event => {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      const { left, top } = node.getBoundingClientRect();
      zoom(drawing, event.deltaY < 0 ? 1.15 : 1 / 1.15, { x: event.clientX - left, y: event.clientY - top });
    }
  }, { passive: false });
  node.addEventListener('keydown', event => {
    const [dx, dy] = ARROWS[event.key] ?? [];
    if (dx !== undefined) {
      drawing.canvas.scroll({ dx, dy });
    } else if (event.key === '+' || event.key === '=') {
      zoom(drawing, 1.25);
    } else if (event.key === '-') {
      zoom(drawing, 1 / 1.25);
    } else {
      return;
    }
    event.preventDefault();
  });
}

export function svg(name, attributes, ...children) {
  const node = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([attribute, value]) => node.setAttribute(attribute, value));
  node.append(...children);
  return node;
}

/** Where an element's sign stands: at its upper right corner, or on the middle of its line. */
function cornerOf(element) {
  if (!element.waypoints) {
    return { x: element.x + element.width, y: element.y };
  }
  const middle = Math.floor((element.waypoints.length - 1) / 2);
  const [from, to] = element.waypoints.slice(middle, middle + 2);
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
}

/** A sign beside the element, so that colour is not all that tells; however small the drawing, it can be read. */
function mark({ canvas, elements, events }, id, kind) {
  canvas.addMarker(id, `change-${kind}`);
  const { x, y } = cornerOf(elements.get(id));
  const badge = svg('g', { class: `change-badge change-${kind}` }, svg('circle', { r: 11 }), svg('text', {}, SIGNS[kind]));
  const place = ({ scale }) => {
    badge.setAttribute('transform', `translate(${x} ${y}) scale(${Math.max(1, 0.75 / scale)})`);
    // In an overview they would hide what is more than moved.
    badge.setAttribute('visibility', kind === 'moved' && scale < 0.3 ? 'hidden' : 'visible');
  };
  canvas.getLayer('changes', 1000).append(badge);
  events.on('canvas.viewbox.changed', ({ viewbox }) => place(viewbox));
  place(canvas.viewbox());
}

function join(section, drawings) {
  let current = [];

  function select(entry) {
    const id = entry.dataset.changeElement;
    current.forEach(undo => undo());
    current = [() => entry.removeAttribute('aria-current')];
    entry.setAttribute('aria-current', 'true');
    for (const { canvas, elements } of drawings.filter(one => one.elements.get(id))) {
      canvas.addMarker(id, 'change-current');
      current.push(() => elements.get(id) && canvas.removeMarker(id, 'change-current'));
    }
    showBox(drawings, around(versionsOf(drawings, id).map(boxOf)));
  }

  for (const entry of section.querySelectorAll('[data-change-element]')) {
    const { changeElement: id, changeKind: kind } = entry.dataset;
    const label = entry.querySelector('.change-label');
    const drawn = drawings.filter(one => one.elements.get(id) && one.elements.get(id) !== one.canvas.getRootElement());
    if (drawn.length === 0) {
      continue;
    }
    drawn.forEach(one => mark(one, id, kind));
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...label.childNodes);
    button.addEventListener('click', () => select(entry));
    label.append(button);
  }
  for (const { events } of drawings) {
    events.on('element.click', ({ element }) => {
      const id = (element.labelTarget ?? element).id;
      const entry = section.querySelector(`[data-change-element="${CSS.escape(id)}"]`);
      if (entry) {
        select(entry);
        entry.scrollIntoView({ block: 'nearest' });
      }
    });
  }
}

/** All that changes, if it can be read at that scale; else the first of it. What only moved comes last. */
function changed(section, drawings) {
  const boxes = [...section.querySelectorAll('[data-change-element]')]
    .map(({ dataset: { changeElement, changeKind } }) => ({ changeKind, elements: versionsOf(drawings, changeElement) }))
    .map(({ changeKind, elements }) => ({
      changeKind,
      box: around(elements
        .filter(element => drawings.every(one => one.canvas.getRootElement() !== element))
        .map(boxOf))
    }))
    .filter(({ box }) => box);
  const substance = boxes.filter(({ changeKind }) => changeKind !== 'moved');
  const shown = (substance.length > 0 ? substance : boxes).map(({ box }) => box);
  const all = around(shown);
  return all && scaleFor(drawings[0], all) >= READABLE ? all : shown[0] ?? null;
}

function toolbar(section, drawings) {
  const actions = {
    in: () => zoom(drawings[0], 1.25),
    out: () => zoom(drawings[0], 1 / 1.25),
    changes: () => showBox(drawings, changed(section, drawings) ?? everything(drawings)),
    all: () => showBox(drawings, everything(drawings))
  };
  for (const button of section.querySelectorAll('[data-change-zoom]')) {
    button.addEventListener('click', actions[button.dataset.changeZoom]);
  }
  actions.changes();
  section.querySelector('[data-change-arrange]')?.addEventListener('click', ({ currentTarget }) => {
    const stacked = section.querySelector('.change-panes').classList.toggle('change-stacked');
    currentTarget.setAttribute('aria-pressed', String(stacked));
    drawings.forEach(one => one.canvas.resized());
    showBox(drawings, drawings.shown);
  });
}

async function show(section) {
  const { changeViewer, changeBefore, changeAfter } = section.dataset;
  const addresses = { before: changeBefore, after: changeAfter };
  const place = section.querySelector('.change-drawings');
  try {
    const Viewer = await viewerFrom(changeViewer);
    // A canvas that is hidden has no size to draw in.
    place.hidden = false;
    section.classList.add('change-drawn');
    const canvases = [...section.querySelectorAll('[data-change-side]')];
    const drawings = await Promise.all(
      canvases.map(canvas => drawing(canvas, addresses[canvas.dataset.changeSide], Viewer)));
    couple(drawings);
    canvases.forEach((canvas, index) => steer(canvas, drawings[index]));
    const resized = new ResizeObserver(() => drawings.forEach(one => one.canvas.resized()));
    canvases.forEach(canvas => resized.observe(canvas));
    join(section, drawings);
    toolbar(section, drawings);
    section.dataset.changeDiagram = 'drawn';
  } catch (failure) {
    place.hidden = true;
    section.classList.remove('change-drawn');
    section.querySelector('.change-failure').hidden = false;
    console.warn('The diagrams could not be drawn:', failure);
  }
}

document.querySelectorAll('[data-change-diagram]').forEach(show);
