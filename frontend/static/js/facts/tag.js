// Creates the small coloured label of a status.
import {element} from '../common/dom.js';
import {statusLabel} from '../common/words.js';

export const tag = (status) => element(`span.gs-tag.gs-tag--${status}`, {}, statusLabel(status));
