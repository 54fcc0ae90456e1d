package org.greensward.importing.upload;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * A file that was uploaded, and how far it has come.
 *
 * @param by the title of whoever uploaded it
 * @param state {@code checking}, {@code checked}, {@code applying}, {@code applied}, {@code
 *     refused} or {@code discarded}
 * @param silent whether its work has given no sign of life for a while: the program was stopped
 * @param step what is being done just now
 * @param sentence why it was refused; null otherwise
 * @param edition the edition that it became; null until it is applied
 */
public record Upload(
    long id,
    String by,
    String layer,
    String fileName,
    long bytes,
    String source,
    String licence,
    String state,
    OffsetDateTime uploadedAt,
    boolean silent,
    String step,
    String sentence,
    List<String> details,
    Long edition) {

  /** Whether its page has to be looked at again. */
  public boolean working() {
    return !silent && (state.equals("checking") || state.equals("applying"));
  }

  /** Whether it was given up half way; nothing of it is in the store then. */
  public boolean interrupted() {
    return silent && (state.equals("checking") || state.equals("applying"));
  }
}
