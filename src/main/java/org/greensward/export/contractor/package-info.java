/**
 * Secret links by which a contractor downloads the land of its lots for a limited time. Officers
 * create and revoke them at {@code /manage/contractor-links}. Uses {@code error}, {@code database},
 * {@code revision}, {@code web}, {@code layer}, {@code security}, {@code licence}.
 */
package org.greensward.export.contractor;
