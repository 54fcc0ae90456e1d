// Drops the draft of a shape, on the page that says that the shape was saved.
import {dropDrafts} from './shape-draft.js';

document.querySelectorAll('[data-shape-done]').forEach(({dataset}) => dropDrafts(dataset.shapeDone));
