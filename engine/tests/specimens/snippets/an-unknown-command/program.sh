if no-such-command; then echo yes; fi
echo end
