package org.zhengtong.people.clients.web;

import java.util.List;
import org.zhengtong.people.clients.ClientOrder;
import org.zhengtong.people.identity.FormState;
import org.zhengtong.people.organisation.Body;

/** The form of a new client. */
public record ClientFormView(ClientOrder order, List<Body> bodies, FormState form) {}
