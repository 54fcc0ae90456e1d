/**
 * The command line: one class a command, each of them a thin end of a service in a feature package.
 * It lies on top: it may use every package, and nothing uses it. What a command says of itself with
 * {@code --help} is in {@code src/main/resources/help}, so that the {@code greensward} script can
 * show it before anything is built.
 */
package org.greensward.command;
