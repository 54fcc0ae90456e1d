/**
 * The import engine: stages a file, validates it, and merges it into its layer in one transaction
 * that keeps what it replaces. Domain packages contribute their layers as beans of the type {@code
 * layer.importing.ImportLayer}. Uses {@code error}, {@code database}, {@code layer}.
 */
package org.greensward.importing;
