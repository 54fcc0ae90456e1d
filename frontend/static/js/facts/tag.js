import {element} from '../common/dom.js';
import {statusLabel} from '../common/words.js';

/** A status as a small coloured label. */
export const tag = (status) => element(`span.gs-tag.gs-tag--${status}`, {}, statusLabel(status));
