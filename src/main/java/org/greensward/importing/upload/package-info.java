/**
 * Files uploaded by officers: each is checked in the background, kept until somebody has read what
 * the import would do, and then applied or rejected. Uses {@code error}, {@code database}, {@code
 * web}, {@code layer}.
 */
package org.greensward.importing.upload;
