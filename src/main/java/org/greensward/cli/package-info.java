/**
 * The command line: one picocli command a class, each a thin call of a service. Nothing uses it.
 * The texts of {@code --help} are in {@code src/main/resources/help}, so that the {@code
 * greensward} script can print them before anything is built. Uses {@code error}, {@code web},
 * {@code layer}, {@code security}, {@code licence}, {@code importing}, {@code export}.
 */
package org.greensward.cli;
