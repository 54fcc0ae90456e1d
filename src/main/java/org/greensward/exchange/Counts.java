package org.greensward.exchange;

/** What a merge did to one table: rows added, changed, ended (now in history) and left alone. */
public record Counts(long added, long changed, long ended, long unchanged) {}
