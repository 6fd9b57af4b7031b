package org.zhengtong.services.instruments.web;

import org.zhengtong.services.instruments.Instrument;

/**
 * A document as a page shows it: in Chinese, whoever reads.
 *
 * @param signer who stands at its foot
 * @param seal address of the seal's picture
 */
public record SheetView(Instrument instrument, String signer, String date, String seal, String sealName) {}
