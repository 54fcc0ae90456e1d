/**
 * Files that officers upload: kept until somebody has read what the import would do and applies it
 * or turns it down. The import is that of {@code exchange}, done in the background.
 */
package org.greensward.upload;
