package org.zhengtong.services.licences;

import org.zhengtong.ground.files.StoredFile;

/** The two prints of a licence or a copy, made once: PDF/UA for people, OFD (GB/T 33190) with the issuer's seal. */
public record LicencePrint(StoredFile pdf, StoredFile ofd) {}
