// The buttons and keys of an editor. A button that makes no sense now is disabled, not hidden.
import {text} from '../common/texts.js';
import {placeOf} from './shape-place.js';

/** @param {Element} root with the buttons, by `data-tool` @param {ShapeController} controller */
export function connectTools(root, controller) {
  const find = (name) => root.querySelector(`[data-tool="${name}"]`);
  const tools = {
    draw: () => controller.sketch.begin('part'),
    hole: () => controller.sketch.begin('hole'),
    cut: () => controller.sketch.begin('cut'),
    finish: () => controller.sketch.finish(),
    cancel: () => controller.cancel(),
    move: () => controller.whole.toggleMoving(),
    remove: () => controller.points.remove(controller.points.chosen),
    undo: () => controller.sketch.undo(),
    redo: () => controller.sketch.redo(),
    join: () => controller.checks.join(),
    'snap-all': () => controller.checks.snapAll(),
    check: () => controller.checks.now(),
    clear: () => controller.whole.clear(),
    add: () => withPlace((point) => controller.sketch.add(point, true)),
    go: () => withPlace((point) => controller.view.goTo(point)),
    by: () => moveBy(),
  };
  Object.entries(tools).forEach(([name, act]) => find(name)?.addEventListener('click', act));

  const place = root.querySelector('.gs-shape__place');
  function withPlace(act) {
    const point = placeOf(place.value);
    place.setAttribute('aria-invalid', String(!point));
    if (point) {
      act(point);
      place.select();
    } else {
      controller.say(text('script.edit.place', place.value));
    }
  }

  const number = (name) => Number(root.querySelector(`.gs-shape__${name}`)?.value.trim().replaceAll(',', '') || 0);
  function moveBy() {
    const [east, north] = [number('east'), number('north')];
    if (Number.isFinite(east) && Number.isFinite(north) && (east || north)) {
      controller.whole.moveBy(east, north);
    } else {
      controller.say(text('script.edit.by'));
    }
  }

  // Within a form, Enter in a field of ours would send it.
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target.matches('input')) {
      event.preventDefault();
      if (event.target === place) {
        tools.add();
      } else if (event.target.closest('.gs-shape__by')) {
        moveBy();
      }
    }
  });

  root.addEventListener('keydown', (event) => {
    const key = event.key.toLowerCase();
    if ((event.ctrlKey || event.metaKey) && (key === 'z' || key === 'y') && !event.target.matches('.gs-shape__place')) {
      event.preventDefault();
      (key === 'y' || event.shiftKey ? tools.redo : tools.undo)();
    } else if ((key === 'delete' || key === 'backspace') && event.target.matches('.gs-map')) {
      event.preventDefault();
      if (controller.drawing.purpose) {
        controller.sketch.undo();
      } else if (controller.points.chosen) {
        tools.remove();
      }
    }
  });

  const show = () => {
    const {model, drawing, points: {chosen}, whole: {moving}} = controller;
    const busy = Boolean(drawing.purpose);
    const off = {
      draw: busy, hole: busy || model.kind !== 'area' || model.isEmpty, cut: busy || model.kind === 'point' || model.isEmpty,
      finish: !busy || drawing.missing > 0, cancel: !busy && !moving, move: busy || model.isEmpty, remove: busy || !chosen,
      undo: busy ? drawing.points.length === 0 : !model.canUndo, redo: busy || !model.canRedo,
      join: busy || model.kind === 'point' || model.isEmpty, 'snap-all': busy || model.isEmpty, check: busy || model.isEmpty,
      clear: busy || model.isEmpty,
    };
    Object.entries(off).forEach(([name, is]) => find(name)?.setAttribute('aria-disabled', String(is)));
    find('move')?.setAttribute('aria-pressed', String(moving));
    Object.entries({draw: 'part', hole: 'hole', cut: 'cut'}).forEach(([name, purpose]) =>
      find(name)?.setAttribute('aria-pressed', String(drawing.purpose === purpose)));
    root.querySelector('.gs-shape__by').hidden = !moving;
    root.querySelector('.gs-map').classList.toggle('gs-map--measuring', busy);
  };
  // A button that is off keeps the keyboard's place, and does nothing.
  root.addEventListener('click', (event) => {
    if (event.target.closest('[aria-disabled="true"]')) {
      event.stopImmediatePropagation();
    }
  }, true);
  controller.addEventListener('change', show);
  show();
}
