import {dropDrafts} from './shape-draft.js';

/* On the page that says that a shape was saved: its draft has had its day. */

document.querySelectorAll('[data-shape-done]').forEach(({dataset}) => dropDrafts(dataset.shapeDone));
