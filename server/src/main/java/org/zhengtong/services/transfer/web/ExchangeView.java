package org.zhengtong.services.transfer.web;

import java.util.List;
import org.zhengtong.services.transfer.Misfit;
import org.zhengtong.services.transfer.Profile;

/** @param misfits the first of them; {@code all} is how many there are */
public record ExchangeView(Profile profile, int fitting, int leftOut, List<Misfit> misfits, int all) {}
