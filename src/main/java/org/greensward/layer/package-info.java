/**
 * How domains contribute to the channels: the mark of a class whose beans are declarations alone,
 * how contributions are read without an application, and the codes that several domains share. Each
 * package below has the interfaces and values of one channel. Uses no other package.
 */
package org.greensward.layer;
