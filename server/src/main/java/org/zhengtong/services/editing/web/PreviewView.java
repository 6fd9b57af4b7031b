package org.zhengtong.services.editing.web;

import org.zhengtong.services.editing.EntryDraft;

/** A draft as others will see it, shown in a frame of the size they see it in. */
public record PreviewView(EntryDraft draft, String address, PreviewSize size) {}
