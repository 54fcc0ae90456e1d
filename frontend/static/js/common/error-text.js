// The words that tell a person of an error.
import {Failure} from './api.js';
import {text} from './texts.js';

export const errorText = (error) =>
  error instanceof Failure ? text(error.message, ...error.values) : text('script.common.fault');
