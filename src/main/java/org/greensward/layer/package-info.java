/**
 * How domains contribute to the channels: the mark of a class whose beans are declarations alone,
 * and how such declarations are read without an application. Each package below has the interfaces
 * and values of one channel. Uses no other package.
 */
package org.greensward.layer;
