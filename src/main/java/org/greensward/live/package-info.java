/**
 * What open maps hear while they are open: {@code /events} tells each change of a public layer and
 * where it can be seen, as server-sent events. Lies above {@code store}, whose revisions it passes
 * on; nothing uses it but browsers.
 */
package org.greensward.live;
