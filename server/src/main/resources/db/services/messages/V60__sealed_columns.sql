comment on column messages.subscription.address is 'sealed as messages.subscription.address:{person}';
comment on column messages.subscription.code is 'sealed as messages.subscription.code:{person}';
