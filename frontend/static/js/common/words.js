// The words for the values that the server sends.
import {text} from './texts.js';

export const STATUSES = ['devolved', 'interested', 'none', 'unknown'];

export const statusLabel = (status) => text(`status.${STATUSES.includes(status) ? status : 'unknown'}`);

export const capitalised = (words) => words.charAt(0).toUpperCase() + words.slice(1);
