package org.zhengtong.services.messages.web;

import java.util.List;
import java.util.OptionalInt;
import org.zhengtong.services.messages.Carriage;

/**
 * The carriers of letters.
 *
 * @param again how many letters were just made due again
 */
public record CarriersView(List<Carriage.Standing> standings, OptionalInt again) {}
