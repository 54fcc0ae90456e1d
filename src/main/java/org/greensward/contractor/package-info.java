/**
 * Links by which a contractor has the land of its lots for a time: officers make and revoke them at
 * {@code /manage/contractor-links}, the holder uses them at {@code /contractor/{secret}}. Who may
 * have which layer is decided by {@code licence}, files are made by {@code download}; also uses
 * {@code access}, {@code manage}, {@code store} and {@code web}. Nothing uses it.
 */
package org.greensward.contractor;
