false
echo end
