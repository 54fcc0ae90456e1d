// Paints names over the whole map on one canvas, so that a name that crosses tiles is not cut.
import L from '../common/leaflet.js';
import {present} from './look.js';
import {place} from './place-labels.js';

/** Moves with the map, and is painted anew when the map comes to rest. */
export const LabelLayer = L.Layer.extend({
  options: {pane: 'markerPane'},

  /**
   * @param {(layer: LabelLayer) => Label[]} wanted the labels for the present view
   * @param {() => Element[]} covering elements that lie over the map
   */
  initialize(wanted, covering, options) {
    L.setOptions(this, options);
    this._wanted = wanted;
    this._covering = covering;
    this._measuring = document.createElement('canvas').getContext('2d');
    this._widths = new Map();
  },

  onAdd() {
    this._canvas = L.DomUtil.create('canvas', 'gs-labels leaflet-zoom-hide', this.getPane());
    this.redraw();
  },

  onRemove() {
    this._canvas.remove();
  },

  getEvents() {
    return {moveend: this.redraw, resize: this.redraw};
  },

  /** The width of a text in CSS pixels. */
  measure(text, style) {
    const key = `${style.font} ${text}`;
    if (!this._widths.has(key)) {
      this._measuring.font = style.font;
      this._widths.set(key, this._measuring.measureText(text).width);
    }
    return this._widths.get(key);
  },

  /** The boxes of the elements that lie over the map, in pixels of the viewport. */
  _covered() {
    const map = this._map.getContainer().getBoundingClientRect();
    return this._covering().map((element) => {
      const {left, top, right, bottom} = element.getBoundingClientRect();
      return {minX: left - map.left, minY: top - map.top, maxX: right - map.left, maxY: bottom - map.top};
    });
  },

  redraw() {
    const size = this._map.getSize();
    const scale = window.devicePixelRatio || 1;
    L.DomUtil.setPosition(this._canvas, this._map.containerPointToLayerPoint([0, 0]).round());
    this._canvas.width = Math.round(size.x * scale);
    this._canvas.height = Math.round(size.y * scale);
    this._canvas.style.width = `${size.x}px`;
    this._canvas.style.height = `${size.y}px`;
    const ctx = this._canvas.getContext('2d');
    ctx.scale(scale, scale);
    const measure = this.measure.bind(this);
    place(this._wanted(this), measure, {width: size.x, height: size.y}, this._covered())
      .forEach((label) => draw(ctx, label));
  },
});

function draw(ctx, {text, textX, letter, style, look, x, y, angle}) {
  ctx.save();
  ctx.translate(x, y);
  ctx.rotate(angle);
  ctx.textBaseline = 'middle';
  if (letter) {
    drawDisc(ctx, letter, look, style);
  }
  ctx.font = style.font;
  ctx.textAlign = 'center';
  ctx.lineJoin = 'round';
  ctx.lineWidth = style.size * 0.27;
  ctx.strokeStyle = style.halo;
  ctx.strokeText(text, textX, 0.5);
  ctx.fillStyle = style.colour;
  ctx.fillText(text, textX, 0.5);
  ctx.restore();
}

function drawDisc(ctx, letter, look, style) {
  ctx.beginPath();
  ctx.arc(0, 0, style.disc / 2, 0, 2 * Math.PI);
  ctx.fillStyle = look.fill ?? present().ground;
  ctx.fill();
  ctx.lineWidth = 1.5;
  ctx.strokeStyle = look.line;
  ctx.stroke();
  ctx.fillStyle = look.ink;
  ctx.font = style.letter;
  ctx.textAlign = 'center';
  ctx.fillText(letter, 0, 0.5);
}
