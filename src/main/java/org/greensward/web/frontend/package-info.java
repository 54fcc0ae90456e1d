/**
 * What pages pass to the front end: the list of ES modules that a module imports, and the texts of
 * the modules. Uses no other package.
 */
package org.greensward.web.frontend;
